package recon.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.accounts.Configuration;
import recon.accounts.ConfigurationError;
import recon.accounts.ConfigurationFile;

/** What an operator writes, and what they are told when the cloud cannot use it. */
class SecretNamesTest {
    private static final String MAIN = """
            accounts:
              - uid: 350123456
                email: main@example.com
                main: true
                credentials: secrets-manager:binance/main
            """;

    private static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

    @TempDir
    private Path folder;

    @Test
    void secretsAreNamed_eachOnce() throws IOException {
        assertThat(names(MAIN + """
                  - uid: "350123457"
                    email: sub1@example.com
                    credentials: secrets-manager:binance/sub1
                  - uid: "350123458"
                    email: sub2@example.com
                    credentials: secrets-manager:binance/main
                """)).containsExactly("binance/main", "binance/sub1");
        assertThat(SecretNames.of(Configuration.none(folder))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"env:BINANCE_MAIN, env:", "file:/run/secrets/main, file:"})
    void referenceThatOnlyOneMachineKnows_isRefusedInOneLine(String reference, String kind) {
        assertThatThrownBy(() -> names(MAIN.replace("secrets-manager:binance/main", reference)))
                .isInstanceOf(ConfigurationError.class)
                .hasMessage(folder.resolve("accounts.yaml") + ": accounts[0].credentials " + kind
                        + " works on one machine only: in the cloud name a secret, secrets-manager:NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance/*", "arn:aws:secretsmanager:eu-central-1:1:secret:a", "a b", "schlüssel"})
    void whatCannotBeTheNameOfASecret_isRefused(String name) {
        assertThatThrownBy(() -> names(MAIN.replace("binance/main", name)))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("accounts[0].credentials is not the name of a secret")
                .hasMessageNotContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentials: KEY",
                "credentials: secrets-manager:KEY",
                "credentials: secrets-manager:KEY KEY",
                "credentials: env:KEY",
                "main: KEY"
            })
    void keyInPlaceOfItsSecretsName_isNotRepeated(String line) {
        String wrong = line.replace("KEY", KEY);
        String yaml = line.startsWith("main")
                ? MAIN.replace("main: true", wrong)
                : MAIN.replace("credentials: secrets-manager:binance/main", wrong);

        assertThatThrownBy(() -> names(yaml))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("accounts[0].")
                .hasMessageNotContaining("vmPUZE")
                .hasNoCause();
    }

    private Iterable<String> names(String text) throws IOException {
        return SecretNames.of(ConfigurationFile.read(Files.writeString(folder.resolve("accounts.yaml"), text)));
    }
}
