package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.accounts.ConfigurationError;
import recon.cloud.bridge.RabbitMq;
import recon.cloud.function.FunctionSpec;
import recon.cloud.stream.EcrImage;
import recon.cloud.stream.StreamChoice;

/** What the context of the CDK decides. */
class InstallationTest {
    private static final String ONE =
            "accounts: [{uid: %s, email: a@example.com, credentials: 'secrets-manager:binance/a'}]";

    @TempDir
    private Path folder;

    @Test
    void nothingIsSaid_noAccountAndNoFixedAddress() {
        Installation installation = read(Map.of());
        assertThat(installation.prefix()).isEqualTo("recon");
        assertThat(installation.configuration().accounts()).isEmpty();
        assertThat(installation.nat()).isFalse();
        assertThat(installation.stream()).as("no account, no stream").isEmpty();
        assertThat(installation.bridge()).isEmpty();
        assertThat(installation.specs()).extracting(FunctionSpec::kind).doesNotContain("bridge");
        assertThat(installation.zip("collect"))
                .isEqualTo(folder.resolve("../../functions/collect/target/function.zip")
                        .normalize());
    }

    @Test
    void fileInItsPlace_isNotForgotten_andAnotherCanBeNamed() throws IOException {
        Files.writeString(folder.resolve("accounts.yaml"), ONE.formatted("1"));
        Files.writeString(folder.resolve("others.yaml"), ONE.formatted("2"));
        assertThat(read(Map.of()).configuration().accounts())
                .extracting(account -> account.account().id())
                .containsExactly("1");
        assertThat(read(Map.of("accounts", "others.yaml")).configuration().accounts())
                .extracting(account -> account.account().id())
                .containsExactly("2");
    }

    @Test
    void accountWhoseKeyIsNoSecret_isRefused() throws IOException {
        Files.writeString(folder.resolve("accounts.yaml"), ONE.formatted("1").replace("secrets-manager:", "env:"));
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("one machine only");
    }

    @Test
    void fileThatIsNamed_mustBeThere() {
        assertThatThrownBy(() -> read(Map.of("accounts", "none.yaml")))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("none.yaml: is no file");
    }

    @Test
    void whatIsNeitherYesNorNo_orNoName_isRefused() {
        assertThat(read(Map.of("nat", "true")).nat()).isTrue();
        assertThatThrownBy(() -> read(Map.of("nat", "yes"))).hasMessage("nat must be true or false, not yes");
        assertThatThrownBy(() -> read(Map.of("prefix", "Recon_1"))).hasMessageContaining("prefix");
    }

    @Test
    void streamIsThere_unlessItIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("accounts.yaml"), ONE.formatted("1"));
        assertThat(read(Map.of()).stream()).contains(new StreamChoice(Optional.empty(), Optional.empty()));
        assertThat(read(Map.of("stream", "false")).stream()).isEmpty();
        assertThat(read(Map.of("stream-image", "binance-recon/stream:0.1.0")).stream())
                .contains(
                        new StreamChoice(Optional.empty(), Optional.of(new EcrImage("binance-recon/stream", "0.1.0"))));
        assertThatThrownBy(() -> read(Map.of("stream-image", "stream")))
                .hasMessageStartingWith("stream-image is not the name and the tag");
    }

    @Test
    void streamOfAnotherExchange_hasToBeNamed() throws IOException {
        Files.writeString(
                folder.resolve("accounts.yaml"), "exchange: {spot: 'https://testnet.example'}\n" + ONE.formatted("1"));
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessageStartingWith("the accounts are at https://testnet.example: name")
                .hasMessageContaining("-c stream-uri=");
        assertThat(read(Map.of("stream-uri", "wss://testnet.example:9443/ws-api/v3")).stream()
                        .map(StreamChoice::port))
                .contains(9443);
        assertThat(read(Map.of("stream", "false")).stream()).isEmpty();
        for (String wrong : List.of("https://testnet.example", "wss:no", "::")) {
            assertThatThrownBy(() -> read(Map.of("stream-uri", wrong))).hasMessageStartingWith("stream-uri is no");
        }
    }

    @Test
    void bridgeIsABrokerAndASecret_andNeverAPassword() {
        String broker = "amqps://b-1.example.com:5671/orders";
        Installation bridged = read(Map.of("bridge", broker, "bridge-secret", "binance/broker"));
        assertThat(bridged.bridge()).contains(new RabbitMq(URI.create(broker), "binance/broker"));
        assertThat(bridged.specs()).extracting(FunctionSpec::kind).endsWith("bridge");
        assertThatThrownBy(() -> read(Map.of("bridge", broker))).hasMessageContaining("belong together");
        assertThatThrownBy(() -> read(Map.of("bridge-secret", "binance/broker")))
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> read(Map.of("bridge", broker, "bridge-secret", "s", "stream", "false")))
                .hasMessageContaining("leave out -c stream=false");
        assertThatThrownBy(() -> read(Map.of("bridge", broker, "bridge-secret", "a b")))
                .hasMessageContaining("bridge-secret is not the name");
        for (String wrong : List.of("amqp://b.example", "amqps:b", "::", "amqps://user:pass@b.example")) {
            assertThatThrownBy(() -> read(Map.of("bridge", wrong, "bridge-secret", "s")))
                    .as(wrong)
                    .hasMessageStartingWith("bridge ")
                    .hasMessageNotContaining("pass@");
        }
    }

    private Installation read(Map<String, String> context) {
        return Installation.read(name -> Optional.ofNullable(context.get(name)), folder);
    }
}
