package recon.bridge.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import recon.bridge.broker.BrokerAddress;
import recon.storage.secret.CredentialReference;

/**
 * User and password of the broker: a secret {@code {"username":…,"password":…}} of Secrets Manager, or the environment
 * variables {@code <name>_USERNAME} and {@code <name>_PASSWORD}.
 */
final class BrokerCredentials {
    private BrokerCredentials() {}

    /**
     * The address with them.
     *
     * @param environment gives a variable
     * @param secrets gives a secret's text
     */
    static BrokerAddress address(
            URI broker,
            CredentialReference reference,
            Function<String, Optional<String>> environment,
            Function<String, Optional<String>> secrets) {
        return switch (reference) {
            case CredentialReference.Environment(String name) ->
                new BrokerAddress(
                        broker,
                        need(environment.apply(name + "_USERNAME"), name + "_USERNAME"),
                        need(environment.apply(name + "_PASSWORD"), name + "_PASSWORD"));
            case CredentialReference.SecretsManager(String name) -> {
                JsonNode secret = json(need(secrets.apply(name), "the secret " + name), name);
                yield new BrokerAddress(broker, field(secret, "username", name), field(secret, "password", name));
            }
            case CredentialReference.File file ->
                throw new IllegalArgumentException("the broker's password is kept in env:NAME or secrets-manager:NAME");
        };
    }

    private static JsonNode json(String text, String name) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            // The parser's own words could hold the password.
            throw new IllegalArgumentException("the secret " + name + " is not JSON");
        }
    }

    private static String field(JsonNode secret, String field, String name) {
        return need(Optional.ofNullable(secret.get(field)).map(JsonNode::textValue), field + " in the secret " + name);
    }

    private static String need(Optional<String> value, String what) {
        return value.orElseThrow(() -> new IllegalArgumentException(what + " is not there"));
    }
}
