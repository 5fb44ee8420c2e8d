package recon.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.intake.page.Books;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.row.Captured;
import recon.ledger.row.ContractUsed;
import recon.ledger.row.ContractsListed;
import recon.ledger.row.Observation;
import recon.ledger.row.Remarked;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.ContractListing;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.Registry;
import recon.storage.testing.Installation;

/** What becomes of a page, on the embedded stack. */
class BooksTest {
    private static final RawRef RAW = new RawRef("raw/test", 0);
    private static final Instant SEEN = Instant.parse("2026-01-06T00:02:00Z");

    private final Installation installation = Installation.fresh();
    private final Registry registry = new Registry(installation.clients(), installation.settings());
    private final Books books = new Books(
            new LedgerTable(installation.clients(), installation.settings()),
            new BalanceTable(installation.clients(), installation.settings()),
            registry);

    @Test
    void remark_isOneErrorHoweverOftenItIsMade() {
        Remarked remark = new Remarked("1", "WALLET_NOT_COLLECTED", "Earn", "the wallet Earn holds something", RAW);
        books.write(List.of(remark), SEEN);
        books.write(List.of(remark), SEEN.plusSeconds(60));

        assertThat(registry.errors("1")).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo("WALLET_NOT_COLLECTED/Earn");
            assertThat(error.needsManualReview()).isTrue();
            assertThat(error.rawRef()).isEqualTo("raw/test");
        });
    }

    /** A margin wallet names every asset that it could hold: only what is there or owed brings candidates. */
    @Test
    void assetThatAWalletOnlyNames_isNotOneOfTheAccounts() {
        BigDecimal none = BigDecimal.ZERO;
        BalanceCapture capture = new BalanceCapture(
                "2",
                Wallet.MARGIN,
                "margin-account",
                SEEN,
                SEEN,
                Optional.empty(),
                RAW,
                List.of(
                        new AssetBalance("BTC", none, none, BigDecimal.ONE, none, none),
                        new AssetBalance("USDT", BigDecimal.ONE, none),
                        new AssetBalance("XRP", none, none)));
        books.write(List.of(new Captured(capture)), SEEN);

        assertThat(registry.assetsSeen("2")).containsExactlyInAnyOrder("BTC", "USDT");
        assertThat(books.wallets("2")).containsExactly(Wallet.MARGIN);
    }

    @Test
    void contracts_areNoSymbols() {
        Contract contract = new Contract("BTCUSDT", "BTCUSDT", "PERPETUAL", "BTC", "USDT", "USDT", "TRADING");
        books.write(List.of(new ContractsListed(new ContractListing(SEEN, List.of(contract), Map.of()))), SEEN);

        assertThat(registry.contracts()).containsExactly(contract);
        assertThat(registry.symbols()).isEmpty();
    }

    /** What is held, what waits and what moved the futures wallet tell where an account trades: no endpoint lists it. */
    @Test
    void contractsOfAPage_areRemembered_withTheirAccounts() {
        books.write(
                List.of(
                        new ContractUsed("3", "BTCUSDT"),
                        income("3", "FUNDING_FEE", "ETHUSDT"),
                        income("3", "TRANSFER", ""),
                        new ContractUsed("4", "XRPUSDT")),
                SEEN);
        books.restore(List.of(income("4", "COMMISSION", "BNBUSDT")), SEEN);

        assertThat(registry.usedContracts("3")).containsOnlyKeys("BTCUSDT", "ETHUSDT");
        assertThat(registry.usedContracts("4")).containsOnlyKeys("XRPUSDT", "BNBUSDT");
    }

    private static Observation income(String account, String type, String symbol) {
        return new FuturesIncome(account, type, 7, symbol, "USDT", BigDecimal.ONE, SEEN).observe(RAW);
    }
}
