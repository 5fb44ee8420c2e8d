package recon.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.client.Hosts;
import recon.collect.account.CredentialReference;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.local.config.Configuration.ConfiguredAccount;

class ConfigurationFileTest {
    @TempDir
    private Path folder;

    @Test
    void everythingIsRead_asAPersonWritesIt() throws IOException {
        Configuration read = read("""
                exchange:
                  spot: http://127.0.0.1:8080
                egress: office
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
        assertThat(read.egress()).isEqualTo("office");
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
        assertThat(read("accounts: [{uid: 1, email: a@b, credentials: 'env:MAIN'}]")
                        .hosts())
                .isEqualTo(Hosts.PRODUCTION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            accounts: []                                                         | accounts is no list or empty: write a list
            egress: home                                                         | accounts is missing: write a list
            acounts: []                                                          | acounts is unknown: write one of accounts, egress, exchange, ledger
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
            {ledger: {withdrawal-amount: netto}, accounts: []}                   | ledger.withdrawal-amount cannot be NETTO
            {ledger: {effect-delay: 3 s}, accounts: []}                          | ledger.effect-delay cannot be 3 S
            {egress: a, egress: b}                                               | is not YAML, or names a key twice
            accounts: [{uid: 1                                                   | is not YAML
            """)
    void wrongFileIsRefused_byFileKeyAndWhatToWrite(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageStartingWith(folder.resolve("accounts.yaml") + ": ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("AbCdEf")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void missingFileIsRefused() {
        Path nowhere = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> ConfigurationFile.read(nowhere))
                .isInstanceOf(ConfigurationError.class)
                .hasMessage(nowhere + ": is no file: give --config the path of your accounts.yaml");
    }

    private Configuration read(String yaml) throws IOException {
        return ConfigurationFile.read(Files.writeString(folder.resolve("accounts.yaml"), yaml));
    }
}
