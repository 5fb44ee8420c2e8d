package recon.reconcile.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.booking.OwnTransfer;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.row.RowSeen;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.reconcile.plan.ReconciliationPlan;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.report.Reports;
import recon.storage.testing.Installation;
import recon.storage.work.Run;
import recon.storage.work.RunState;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/** The files about internal transfers, from the ledger on the embedded stack. */
class ReportStepTest {
    private static final RawRef RAW = new RawRef("raw/test", 0);
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Party MAIN = new Party("main@example.com", Optional.of("1"), Wallet.SPOT);
    private static final Party SUB = new Party("sub@example.com", Optional.of("2"), Wallet.SPOT);

    private static LedgerTable ledger;
    private static Reports reports;
    private static ReportStep step;

    @BeforeAll
    static void install() {
        Installation installation = Installation.fresh();
        ledger = new LedgerTable(installation.clients(), installation.settings());
        reports = new Reports(installation.clients(), installation.settings());
        step = new ReportStep(
                ledger,
                new BalanceTable(installation.clients(), installation.settings()),
                reports,
                LedgerSettings.ASSUMED);
        book();
    }

    /**
     * One transfer of each kind: both sides in one row; the futures side by itself, across midnight; a side that is
     * lost; an account that is none of ours; a witness of something that nobody booked.
     */
    private static void book() {
        ledger.record(transfer(1, MAIN, SUB, "10", NOON));
        Instant last = Instant.parse("2026-01-05T23:59:59.900Z");
        ledger.record(
                new OwnTransfer("2", 2, Wallet.SPOT, Wallet.FUTURES, "USDT", new BigDecimal("20"), "CONFIRMED", last)
                        .observe(last, RAW));
        ledger.book(
                List.of(new FuturesIncome("2", "TRANSFER", 902, "", "USDT", new BigDecimal("20"), last.plusMillis(350))
                        .observe(RAW)
                        .booking()));
        RowSeen whole = transfer(3, SUB, MAIN, "30", NOON.plusSeconds(3));
        ledger.record(new RowSeen(
                whole.accountId(),
                whole.source(),
                whole.externalId(),
                whole.seenAt(),
                whole.standing(),
                whole.bookings().subList(0, 1)));
        Party stranger = new Party("stranger@example.com", Optional.empty(), Wallet.SPOT);
        ledger.record(transfer(4, MAIN, stranger, "40", NOON.plusSeconds(4)));
        ledger.witness(List.of(
                new WitnessRow("2", "sub-transfers", "1", NOON, Wallet.SPOT, "USDT", new BigDecimal("10"), RAW),
                new WitnessRow("2", "sub-transfers", "3", NOON, Wallet.SPOT, "USDT", new BigDecimal("-30"), RAW),
                new WitnessRow("2", "sub-transfers", "5", NOON, Wallet.SPOT, "USDT", new BigDecimal("50"), RAW)));
    }

    private static RowSeen transfer(long id, Party from, Party to, String usdt, Instant at) {
        return new UniversalTransfer("1", id, from, to, "USDT", new BigDecimal(usdt), "SUCCESS", at).observe(at, RAW);
    }

    private static List<String> reported(LocalDate day, String file) {
        Task task = new Task(
                "run",
                "report",
                ReconciliationPlan.REPORT,
                ReconciliationPlan.ALL,
                1,
                Set.of(),
                TaskState.RUNNING,
                Map.of(),
                Map.of(ReconciliationPlan.DAY, day.toString(), ReconciliationPlan.STATE, "final"),
                Instant.EPOCH,
                1,
                0,
                Map.of(),
                "");
        Run run = new Run(
                "run",
                ReconciliationPlan.KIND,
                day,
                Instant.MAX,
                Map.of("account.1", MAIN.email(), "account.2", SUB.email()),
                RunState.OPEN,
                1,
                1,
                0,
                Map.of(1, 1),
                ReconciliationPlan.COMPLETED);
        assertThat(step.report(task, run)).isInstanceOf(StepOutcome.Done.class);
        return new String(reports.get(day, file), UTF_8).lines().skip(1).toList();
    }

    @Test
    void legsOfOneTransferShareAMatchId_andSayByWhatTheyWereMatched() {
        assertThat(reported(DAY, "matched-transfers.csv"))
                .containsExactly(
                        "universal-transfers:1,tran_id,0,2026-01-05 12:00:00,main@example.com,transfer_out,"
                                + "universal_transfer,SPOT,USDT,-10,universal-transfers,1",
                        "universal-transfers:1,tran_id,0,2026-01-05 12:00:00,sub@example.com,transfer_in,"
                                + "universal_transfer,SPOT,USDT,10,universal-transfers,1",
                        "own-transfers:2,\"asset, amount and time\",350,2026-01-05 23:59:59,sub@example.com,"
                                + "transfer_out,own_transfer,SPOT,USDT,-20,own-transfers,2");
    }

    @Test
    void legAfterMidnight_hasTheSameMatchIdInTheFileOfItsOwnDay() {
        assertThat(reported(DAY.plusDays(1), "matched-transfers.csv"))
                .containsExactly("own-transfers:2,\"asset, amount and time\",350,2026-01-06 00:00:00,sub@example.com,"
                        + "transfer_in,transfer,FUTURES,USDT,20,futures-income,TRANSFER:902:USDT::");
        assertThat(reported(DAY.plusDays(1), "unmatched-transfers.csv")).isEmpty();
    }

    @Test
    void whatStandsAlone_isListedWithItsReason() {
        assertThat(reported(DAY, "unmatched-transfers.csv"))
                .containsExactly(
                        "2026-01-05 12:00:00,sub@example.com,SPOT,USDT,50,sub-transfers,5,,"
                                + "seen by a witness and not booked",
                        "2026-01-05 12:00:03,sub@example.com,SPOT,USDT,-30,universal-transfers,3,"
                                + "universal-transfers:3,no counterpart is booked",
                        "2026-01-05 12:00:04,main@example.com,SPOT,USDT,-40,universal-transfers,4,"
                                + "universal-transfers:4,the books of the other account are not kept");
    }

    @Test
    void fileHasItsHeader_whenNothingStandsAlone() {
        LocalDate quiet = DAY.plusDays(7);
        assertThat(reported(quiet, "unmatched-transfers.csv")).isEmpty();
        assertThat(new String(reports.get(quiet, "unmatched-transfers.csv"), UTF_8))
                .isEqualTo("datetime,email,wallet,asset,amount,source,external_id,match_id,reason\r\n");
    }
}
