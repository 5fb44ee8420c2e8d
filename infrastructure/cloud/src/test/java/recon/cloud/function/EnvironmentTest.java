package recon.cloud.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.accounts.Configuration;
import recon.accounts.ConfiguredAccount;
import recon.binance.client.Hosts;
import recon.cloud.stream.StreamChoice;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.storage.aws.AwsSettings;
import recon.storage.secret.CredentialReference;

/** Lambda takes 4 KB of environment and no more. */
class EnvironmentTest {
    private final AwsSettings settings =
            AwsSettings.from(name -> Optional.of("recon").filter(v -> name.matches("recon.aws.(bucket|prefix)")));

    @Test
    void asManyAccountsAsLambdaTakes_fit() {
        assertThat(Environment.collect(settings, accounts(15), "lambda")).hasSize(5 + 4 * 15);
    }

    @Test
    void moreAccountsThanLambdaTakes_areRefusedBeforeAnythingIsDeployed() {
        assertThatThrownBy(() -> Environment.collect(settings, accounts(30), "lambda"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("30 accounts need ")
                .hasMessageContaining("Lambda takes 4096");
    }

    @Test
    void whatTheFileSays_isPassedOn_inTheSpellingOfTheFunctions() {
        Configuration said = new Configuration(
                Path.of("accounts.yaml"),
                new Hosts(URI.create("https://testnet.example"), Hosts.PRODUCTION.futures()),
                Optional.of("office"),
                OptionalInt.of(10),
                new Settlement(3),
                LedgerSettings.from(name -> Optional.of("PT3S").filter(delay -> name.endsWith("effect-delay"))),
                List.of());
        assertThat(Environment.collect(settings, said, "lambda"))
                .containsEntry("RECON_COLLECT_EXCHANGE_SPOT", "https://testnet.example")
                .containsEntry("RECON_COLLECT_EXCHANGE_FUTURES", "https://fapi.binance.com")
                .containsEntry("RECON_COLLECT_EXCHANGE_EGRESS", "office")
                .containsEntry("RECON_COLLECT_ROUND_DAYS", "10")
                .containsEntry("RECON_LEDGER_SETTLE_DAYS", "3")
                .containsEntry("RECON_LEDGER_EFFECT_DELAY", "PT3S")
                .doesNotContainKey("RECON_LEDGER_WITHDRAWAL_AMOUNT");
    }

    @Test
    void whatTheFileLeavesOut_isTheStacks() {
        assertThat(Environment.collect(settings, accounts(1), "lambda"))
                .containsEntry("RECON_COLLECT_EXCHANGE_EGRESS", "lambda")
                .containsEntry("RECON_COLLECT_ACCOUNTS_0__CREDENTIALS", "secrets-manager:binance/sub0")
                .doesNotContainKey("RECON_COLLECT_EXCHANGE_SPOT");
    }

    @Test
    void streamOfAnotherExchange_isToldWhereItIs() {
        URI uri = URI.create("wss://testnet.example/ws-api/v3");
        assertThat(Environment.stream(
                        settings, accounts(1), new StreamChoice(Optional.of(uri), Optional.empty()), false))
                .containsEntry("RECON_STREAM_EXCHANGE_URI", uri.toString());
    }

    private static Configuration accounts(int count) {
        return new Configuration(
                Path.of("accounts.yaml"),
                Hosts.PRODUCTION,
                Optional.empty(),
                OptionalInt.empty(),
                Settlement.USUAL,
                LedgerSettings.ASSUMED,
                IntStream.range(0, count)
                        .mapToObj(i -> new ConfiguredAccount(
                                "accounts[" + i + "]",
                                new Account(Integer.toString(350_123_456 + i), "sub" + i + "@example.com"),
                                false,
                                new CredentialReference.SecretsManager("binance/sub" + i)))
                        .toList());
    }
}
