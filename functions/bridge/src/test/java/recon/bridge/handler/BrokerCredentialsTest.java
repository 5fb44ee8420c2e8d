package recon.bridge.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.bridge.broker.BrokerAddress;
import recon.storage.secret.CredentialReference;

class BrokerCredentialsTest {
    private static final URI BROKER = URI.create("amqps://broker.example:5671");

    private static BrokerAddress read(String reference, Map<String, String> environment, String secret) {
        return BrokerCredentials.address(
                BROKER,
                CredentialReference.parse(reference),
                name -> Optional.ofNullable(environment.get(name)),
                name -> Optional.of(secret));
    }

    @Test
    void userAndPassword_comeFromTheEnvironmentOrASecret() {
        BrokerAddress expected = new BrokerAddress(BROKER, "bridge", "pass");

        assertThat(read("env:MQ", Map.of("MQ_USERNAME", "bridge", "MQ_PASSWORD", "pass"), ""))
                .isEqualTo(expected);
        assertThat(read("secrets-manager:mq", Map.of(), "{\"username\":\"bridge\",\"password\":\"pass\"}"))
                .isEqualTo(expected);
    }

    @Test
    void passwordIsNeverShown() {
        assertThat(new BrokerAddress(BROKER, "bridge", "hunter2").toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> read("secrets-manager:mq", Map.of(), "{\"password\":\"hunter2\""))
                .hasMessage("the secret mq is not JSON")
                .hasNoCause();
        assertThatThrownBy(() -> read("secrets-manager:mq", Map.of(), "{\"password\":\"hunter2\"}"))
                .hasMessage("username in the secret mq is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://broker.example", "amqps://user:hunter2@broker.example"})
    void addressThatIsNone_isRefused(String uri) {
        assertThatThrownBy(() -> new BrokerAddress(URI.create(uri), "bridge", "pass"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("hunter2");
    }
}
