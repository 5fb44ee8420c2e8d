package recon.reconcile.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.DailyBalance;
import recon.ledger.booking.Deposit;
import recon.ledger.booking.OwnTransfer;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.reconcile.plan.ReconciliationPlan;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.testing.Installation;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** Closing every wallet of an account, on the embedded stack. */
class CloseStepTest {
    private static final RawRef RAW = new RawRef("raw/test", 0);
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Wallet PAIR = Wallet.isolated("BTCUSDT");

    private static LedgerTable ledger;
    private static BalanceTable balances;
    private static Registry registry;
    private static CloseStep step;

    @BeforeAll
    static void install() {
        Installation installation = Installation.fresh();
        ledger = new LedgerTable(installation.clients(), installation.settings());
        balances = new BalanceTable(installation.clients(), installation.settings());
        registry = new Registry(installation.clients(), installation.settings());
        step = new CloseStep(
                ledger,
                balances,
                registry,
                LedgerSettings.ASSUMED,
                InstantSource.fixed(Instant.parse("2026-01-07T00:10:00Z")));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static void captured(String account, Wallet wallet, LocalDate day, AssetBalance... held) {
        Instant sent = Instant.parse(day.plusDays(1) + "T00:02:00Z");
        balances.capture(new BalanceCapture(
                account, wallet, "capture", sent, sent.plusMillis(80), Optional.empty(), RAW, List.of(held)));
    }

    private static AssetBalance holds(String free) {
        return new AssetBalance("USDT", d(free), d("0"));
    }

    private static void moved(String account, long id, Wallet from, Wallet to, String amount) {
        Instant noon = Instant.parse(DAY + "T12:00:00Z");
        ledger.record(new OwnTransfer(account, id, from, to, "USDT", d(amount), "CONFIRMED", noon).observe(noon, RAW));
    }

    private static Map<String, Long> close(String account, LocalDate day, String gaps) {
        Task task = new Task(
                "run",
                "close",
                ReconciliationPlan.CLOSE,
                account,
                0,
                Set.of(),
                TaskState.RUNNING,
                Map.of(),
                Map.of(ReconciliationPlan.DAY, day.toString(), ReconciliationPlan.GAPS, gaps),
                Instant.EPOCH,
                1,
                0,
                Map.of(),
                "");
        return ((StepOutcome.Done) step.close(task)).totals();
    }

    private static List<String> kinds(String account) {
        return registry.errors(account).stream()
                .map(ReconciliationError::errorType)
                .toList();
    }

    /** 100 leave SPOT: 60 for FUNDING, 40 for a pair that nobody had the day before. */
    @Test
    void everyWalletIsClosed_andAPairThatIsNewStartsFromNothing() {
        String account = "all";
        LocalDate before = DAY.minusDays(1);
        captured(account, Wallet.SPOT, before, holds("100"));
        captured(account, Wallet.FUNDING, before);
        captured(account, Wallet.ISOLATED_MARGIN, before);
        close(account, before, "");
        moved(account, 1, Wallet.SPOT, Wallet.FUNDING, "60");
        moved(account, 2, Wallet.SPOT, PAIR, "40");
        captured(account, Wallet.SPOT, DAY);
        captured(account, Wallet.FUNDING, DAY, holds("60"));
        captured(account, PAIR, DAY, holds("41"));
        captured(account, Wallet.ISOLATED_MARGIN, DAY);

        Map<String, Long> totals = close(account, DAY, "");

        assertThat(balances.daily(account, DAY))
                .extracting(
                        balance -> balance.wallet().name(),
                        balance -> balance.start().stripTrailingZeros().toPlainString(),
                        balance -> balance.calculated().stripTrailingZeros().toPlainString(),
                        balance -> balance.variance()
                                .orElseThrow()
                                .stripTrailingZeros()
                                .toPlainString(),
                        DailyBalance::cause)
                .containsExactlyInAnyOrder(
                        tuple("SPOT", "100", "0", "0", ""),
                        tuple("FUNDING", "0", "60", "0", ""),
                        tuple(PAIR.name(), "0", "40", "1", "received through no collected source"));
        assertThat(totals).containsEntry("balances", 3L).containsEntry("variances", 1L);
        assertThat(kinds(account)).isEmpty();
    }

    /** The wallet was there yesterday, and nobody looked at it today. */
    @Test
    void walletWithoutACapture_isAGapAndIsCarried() {
        String account = "gap";
        captured(account, Wallet.FUNDING, DAY.minusDays(1), holds("5"));
        close(account, DAY.minusDays(1), "");

        close(account, DAY, "funding-account");

        assertThat(balances.daily(account, DAY)).singleElement().satisfies(balance -> {
            assertThat(balance.wallet()).isEqualTo(Wallet.FUNDING);
            assertThat(balance.actual()).isEmpty();
            assertThat(balance.cause()).isEqualTo("no capture");
        });
    }

    @Test
    void walletThatMovesAndWasNeverCaptured_isNamedOnce() {
        String account = "never";
        Wallet option = new Wallet("OPTION");
        captured(account, Wallet.SPOT, DAY, holds("0"));
        moved(account, 1, Wallet.SPOT, option, "10");
        close(account, DAY, "");
        close(account, DAY, "");

        assertThat(registry.errors(account)).singleElement().satisfies(error -> {
            assertThat(error.errorType()).isEqualTo("WALLET_NOT_CAPTURED");
            assertThat(error.message()).contains("OPTION");
        });
        assertThat(balances.dailyOf(account, option, DAY)).isEmpty();
    }

    @Test
    void walletThatMovedBeforeItsFirstCapture_isNoGap() {
        String account = "early";
        captured(account, Wallet.SPOT, DAY, holds("0"));
        captured(account, Wallet.FUNDING, DAY.plusDays(1), holds("10"));
        moved(account, 1, Wallet.SPOT, Wallet.FUNDING, "10");

        close(account, DAY, "");

        assertThat(registry.errors(account)).isEmpty();
    }

    /** A futures source that failed does not explain what SPOT lacks. */
    @Test
    void gapExplains_onlyTheWalletsItConcerns() {
        List<String> gaps = List.of("futures-income", "margin-interest", "deposits");
        assertThat(Gaps.of(Wallet.SPOT, gaps)).containsExactly("deposits");
        assertThat(Gaps.of(Wallet.FUTURES, gaps)).containsExactly("futures-income", "deposits");
        assertThat(Gaps.of(PAIR, gaps)).containsExactly("margin-interest", "deposits");
    }

    private static void seenByTheMaster(String account, String id) {
        Instant noon = Instant.parse(DAY + "T12:00:00Z");
        ledger.witness(List.of(new WitnessRow(account, "sub-deposits", id, noon, Wallet.SPOT, "USDT", d("1"), RAW)));
    }

    /** Credited three days after the master first saw it: only its id can be looked for. */
    @Test
    void depositThatTheMasterSees_isLookedForByItsId() {
        String account = "sub";
        Instant later = Instant.parse("2026-01-08T12:00:00Z");
        ledger.record(new Deposit(account, "a", "USDT", d("1"), "", "", "", 1, later, Optional.of(later), Wallet.SPOT)
                .observe(later, RAW));
        seenByTheMaster(account, "a");
        seenByTheMaster(account, "b");

        close(account, DAY, "");

        assertThat(registry.errors(account)).singleElement().satisfies(error -> {
            assertThat(error.errorType()).isEqualTo("NOT_BOOKED");
            assertThat(error.id()).endsWith("sub-deposits/b/SPOT");
        });
    }

    /** The deposit is read a run after the master's view of it. */
    @Test
    void whatIsNoLongerSo_isGone_onceTheDayIsClosedAgain() {
        String account = "late";
        captured(account, Wallet.SPOT, DAY, holds("1"));
        seenByTheMaster(account, "c");
        close(account, DAY, "");
        assertThat(registry.errors(account))
                .singleElement()
                .satisfies(error -> assertThat(error.resolvedAt()).isEmpty());

        Instant noon = Instant.parse(DAY + "T12:00:00Z");
        ledger.record(new Deposit(account, "c", "USDT", d("1"), "", "", "", 1, noon, Optional.of(noon), Wallet.SPOT)
                .observe(noon, RAW));
        close(account, DAY, "");

        assertThat(registry.errors(account)).singleElement().satisfies(error -> {
            assertThat(error.resolvedAt()).isPresent();
            assertThat(error.notes()).isEqualTo(ReconciliationError.GONE);
        });
    }
}
