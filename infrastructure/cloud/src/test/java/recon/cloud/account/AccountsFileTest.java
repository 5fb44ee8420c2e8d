package recon.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator writes, and what they are told when it is wrong. */
class AccountsFileTest {
    private static final String MAIN = """
            accounts:
              - uid: 350123456
                email: main@example.com
                main: true
                credentials: secrets-manager:binance/main
            """;

    @TempDir
    private Path folder;

    @Test
    void accountsAreRead_inTheirOrder() throws IOException {
        AccountsFile file = read(MAIN + """
              - uid: "350123457"
                email: sub1@example.com
                credentials: secrets-manager:binance/sub1
            ledger:
              effect-delay: PT2S
            """);
        assertThat(file.accounts())
                .containsExactly(
                        new ConfiguredAccount(
                                "350123456", "main@example.com", true, new CredentialsReference("binance/main")),
                        new ConfiguredAccount(
                                "350123457", "sub1@example.com", false, new CredentialsReference("binance/sub1")));
        assertThat(file.secrets()).containsExactly("binance/main", "binance/sub1");
        assertThat(file.ledger()).isEqualTo(Map.of("effect-delay", "PT2S"));
    }

    @ParameterizedTest
    @CsvSource({"env:BINANCE_MAIN, env:", "file:/run/secrets/main, file:"})
    void referenceThatOnlyOneMachineKnows_isRefusedInOneLine(String reference, String kind) {
        assertThatThrownBy(() -> read(MAIN.replace("secrets-manager:binance/main", reference)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("accounts.yaml") + ": account 1: " + kind
                        + " works on one machine only: in the cloud name a secret, secrets-manager:<name>");
    }

    @Test
    void secretInPlaceOfItsName_isNotRepeated() {
        assertThatThrownBy(() -> read(MAIN.replace("secrets-manager:binance/main", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv")))
                .hasMessageContaining("credentials must be secrets-manager:<name>")
                .hasMessageNotContaining("vmPUZE");
        assertThatThrownBy(() -> read(MAIN + "    secret: vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv\n"))
                .hasMessageContaining("accounts [0] secret")
                .hasMessageNotContaining("vmPUZE")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uid: 350123456 | uid: main | uid is not a number: main
            uid: 350123456 | uid: | uid is missing
            email: main@example.com | email: ' ' | email is empty
            credentials: secrets-manager:binance/main | tags: [] | accounts [0] tags: not understood
            secrets-manager:binance/main | "secrets-manager:" | not the name of a secret
            secrets-manager:binance/main | secrets-manager:binance/* | not the name of a secret
            main: true | main: true\\n    main: true | accounts [0]: not understood
            accounts: | accountz: | accountz: not understood
            """)
    void whatIsWrong_isSaidWithItsPlace(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(MAIN.replace(right, wrong.replace("\\n", "\n"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accounts.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void accountsMustBeDifferent_andOneIsMain() {
        String again = MAIN.substring(MAIN.indexOf('\n') + 1);
        assertThatThrownBy(() -> read(MAIN + again)).hasMessageContaining("two accounts with one uid");
        assertThatThrownBy(() -> read(MAIN + again.replace("350123456", "350123457")))
                .hasMessageContaining("more than one main account");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            withdrawal-amount: ALL | ALL
            effect-delay: soon | ledger:
            effect-delay: | the value of effect-delay is missing
            speed: fast | no setting is called speed
            """)
    void settingThatTheFunctionsWouldRefuse_isRefusedHere(String setting, String message) {
        assertThatThrownBy(() -> read(MAIN + "ledger:\n  " + setting + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ledger")
                .hasMessageContaining(message);
    }

    @Test
    void fileThatIsNotThere_isNamed() {
        assertThatThrownBy(() -> AccountsFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.yaml cannot be read");
        assertThatThrownBy(() -> read("")).hasMessageContaining("accounts.yaml");
    }

    private AccountsFile read(String text) throws IOException {
        return AccountsFile.read(Files.writeString(folder.resolve("accounts.yaml"), text));
    }
}
