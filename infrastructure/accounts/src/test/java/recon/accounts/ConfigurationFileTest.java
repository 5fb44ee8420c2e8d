package recon.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.client.Hosts;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.storage.secret.CredentialReference;

class ConfigurationFileTest {
    /** A secret of the exchange's documentation. */
    private static final String KEY = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    @TempDir
    private Path folder;

    @Test
    void everythingIsRead_asAPersonWritesIt() throws IOException {
        Configuration read = read("""
                exchange:
                  spot: http://127.0.0.1:8080
                egress: office
                round-days: 14
                settle-days: 3
                ledger:
                  withdrawal-amount: gross
                  effect-delay: PT3S
                accounts:
                  - uid: 12345678901
                    email: main@example.com
                    main: true
                    credentials: env:MAIN
                  - uid: "7"
                    email: sub@example.com
                    credentials: file:keys/sub.json
                  - uid: 8
                    email: other@example.com
                    credentials: secrets-manager:binance/other
                """);

        assertThat(read.hosts())
                .isEqualTo(new Hosts(URI.create("http://127.0.0.1:8080"), URI.create("https://fapi.binance.com")));
        assertThat(read.egress()).contains("office");
        assertThat(read.roundDays()).hasValue(14);
        assertThat(read.settlement().days()).isEqualTo(3);
        assertThat(read.settings().withdrawalAmount()).isEqualTo(LedgerSettings.WithdrawalAmount.GROSS);
        assertThat(read.settings().withdrawalDebit()).isEqualTo(LedgerSettings.ASSUMED.withdrawalDebit());
        assertThat(read.settings().effectDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(read.accounts())
                .containsExactly(
                        new ConfiguredAccount(
                                "accounts[0]",
                                new Account("12345678901", "main@example.com"),
                                true,
                                new CredentialReference.Environment("MAIN")),
                        new ConfiguredAccount(
                                "accounts[1]",
                                new Account("7", "sub@example.com"),
                                false,
                                new CredentialReference.File(Path.of("keys/sub.json"))),
                        new ConfiguredAccount(
                                "accounts[2]",
                                new Account("8", "other@example.com"),
                                false,
                                new CredentialReference.SecretsManager("binance/other")));
    }

    @Test
    void realExchangeIsAsked_whenNoneIsNamed() throws IOException {
        Configuration read = read("accounts: [{uid: 1, email: a@b, credentials: 'env:MAIN'}]");
        assertThat(read.hosts()).isEqualTo(Hosts.PRODUCTION);
        assertThat(read.egress()).isEmpty();
        assertThat(read.settings()).isEqualTo(LedgerSettings.ASSUMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GROSS", "gross", "Gross"})
    void settingIsRead_howeverItIsSpelled(String value) throws IOException {
        Configuration read = read("{ledger: {withdrawal-amount: " + value
                + "}, accounts: [{uid: 1, email: a@b, credentials: 'env:MAIN'}]}");
        assertThat(read.settings().notAssumed()).containsExactly(Map.entry("recon.ledger.withdrawal-amount", "GROSS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentials: 'KEY'",
                "credentials: 'env:KEY'",
                "credentials: 'file:KEY'",
                "credentials: 'secrets-manager:KEY'",
                "credentials: {KEY: }",
                "credentials: [KEY]",
                "main: KEY",
                "secret: KEY",
                "KEY: ",
                "? KEY\n  : x",
                "credentials: 'KEY",
                "credentials: KEY: KEY",
                "credentials: \"secrets-manager:-----BEGIN PRIVATE KEY-----\\nKEY\"",
                "credentials: \"file:KEY\\0\"",
                "main: true\n  main: KEY"
            })
    void keyInAWrongPlace_isNeverRepeated(String line) {
        String yaml = "accounts:\n- uid: 1\n  email: a@b\n  " + line.replace("KEY", KEY) + "\n";

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageNotContaining(KEY.substring(0, 8))
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            accounts: []                                                         | accounts is no list or empty: write a list
            egress: home                                                         | accounts is missing: write a list
            acounts: []                                                          | acounts is unknown: write one of accounts, egress, exchange, ledger, round-days, settle-days
            just a text                                                          | has to be a mapping
            accounts: [{email: a@b, credentials: 'env:A'}]                       | accounts[0].uid is missing: write the account's uid
            accounts: [{uid: x1, email: a@b, credentials: 'env:A'}]              | accounts[0].uid is no uid
            accounts: [{uid: 1, credentials: 'env:A'}]                           | accounts[0].email is missing
            accounts: [{uid: 1, email: a@b}]                                     | accounts[0].credentials is missing: write where its key is kept
            accounts: [{uid: 1, email: a@b, credentials: 'AbCdEf'}]              | accounts[0].credentials is no reference to a key
            accounts: [{uid: 1, email: a@b, credentials: 'env:'}]                | accounts[0].credentials is no reference to a key
            accounts: [{uid: 1, email: a@b, apiKey: k, credentials: 'env:A'}]    | accounts[0].apiKey is unknown
            accounts: [{uid: 1, email: a@b, main: yes!, credentials: 'env:A'}]   | accounts[0].main is neither true nor false
            accounts: [{uid: 1, email: a, credentials: 'env:A'}, {uid: 1, email: b, credentials: 'env:B'}] | accounts[1].uid stands there twice
            accounts: [{uid: 1, email: a, credentials: 'env:A'}, {uid: 2, email: A, credentials: 'env:B'}] | accounts[1].email stands there twice
            accounts: [{uid: 1, email: a, main: true, credentials: 'env:A'}, {uid: 2, email: b, main: true, credentials: 'env:B'}] | accounts[1].main is true for a second account
            {exchange: {spot: 'api.binance.com'}, accounts: []}                  | exchange.spot is no address
            {exchange: {sopt: 'https://x'}, accounts: []}                        | exchange.sopt is unknown: write one of futures, spot
            {round-days: 0, accounts: []}                                        | round-days is not what it has to be: write in how many days
            {round-days: weekly, accounts: []}                                   | round-days is not what it has to be: write in how many days
            {settle-days: 0, accounts: []}                                       | settle-days is not what it has to be: write after how many days a day is closed for good, 1 to 7
            {settle-days: 8, accounts: []}                                       | settle-days is not what it has to be: write after how many days
            {settle-days: T+2, accounts: []}                                     | settle-days is not what it has to be: write after how many days
            {ledger: {withdrawal-amount: netto}, accounts: []}                   | ledger.withdrawal-amount cannot be NETTO
            {ledger: {effect-delay: 3 s}, accounts: []}                          | ledger.effect-delay cannot be 3 S
            accounts: [{uid: 1, email: a@b, credentials: 'env:A', main: vmPUZE}] | accounts[0].main is neither true nor false
            {accounts: [], vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv: }                   | has a key that is unknown: write one of accounts
            {egress: a, egress: b}                                               | is not YAML, or names a key twice
            accounts: [{uid: 1                                                   | is not YAML
            """)
    void wrongFileIsRefused_byFileKeyAndWhatToWrite(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageStartingWith(folder.resolve("accounts.yaml") + ": ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("AbCdEf")
                .hasMessageNotContaining("vmPUZE")
                .hasNoCause()
                .message()
                .doesNotContain("\n");
    }

    @Test
    void secondDocumentIsRefused_notPassedOver() {
        String one = "accounts: [{uid: 1, email: a@b, credentials: 'env:MAIN'}]\n";
        assertThatThrownBy(() -> read(one + "---\n" + one)).isInstanceOf(ConfigurationError.class);
    }

    @Test
    void missingFileIsRefused() {
        Path nowhere = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> ConfigurationFile.read(nowhere))
                .isInstanceOf(ConfigurationError.class)
                .hasMessage(nowhere + ": is no file: give the path of your accounts.yaml");
    }

    private Configuration read(String yaml) throws IOException {
        return ConfigurationFile.read(Files.writeString(folder.resolve("accounts.yaml"), yaml));
    }
}
