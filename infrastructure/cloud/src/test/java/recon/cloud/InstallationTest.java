package recon.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.accounts.ConfigurationError;

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

    private Installation read(Map<String, String> context) {
        return Installation.read(name -> Optional.ofNullable(context.get(name)), folder);
    }
}
