package recon.storage.secret;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What is kept where a reference points to: {@code apiKey}, and {@code secret} (HMAC) or {@code privateKey} (RSA or
 * Ed25519, PKCS#8 PEM).
 */
record CredentialDocument(Optional<String> apiKey, Optional<String> secret, Optional<String> privateKey) {
    /** From a JSON object; what else it holds does not matter. */
    static CredentialDocument of(JsonNode object) {
        return new CredentialDocument(text(object, "apiKey"), text(object, "secret"), text(object, "privateKey"));
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.of(object.path(name).asText("")).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "CredentialDocument[hidden]";
    }
}
