package recon.storage.report.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Direction;
import recon.ledger.position.IncomeRemainder;
import recon.ledger.position.LifecycleFlag;
import recon.ledger.position.PendingPosition;
import recon.ledger.position.PositionFinding;
import recon.ledger.position.entry.AiFields;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.entry.EntryIssue;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.LeverageSource;
import recon.ledger.position.entry.ManualFields;
import recon.ledger.position.entry.SystemFields;
import recon.ledger.position.entry.TradeEntry;
import recon.ledger.position.entry.TradeFacts;
import recon.ledger.position.entry.TradeResult;
import recon.ledger.position.entry.Verdict;
import recon.ledger.position.row.PositionKey;
import recon.ledger.position.row.PositionSide;

/** Every cell stands below its column. */
class PositionFilesTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String ID = "7_BNBUSDT_BOTH_1_2";

    private final StringBuilder text = new StringBuilder();

    private static BigDecimal d(String amount) {
        return new BigDecimal(amount);
    }

    private static TradeFacts facts() {
        return new TradeFacts(
                ID,
                101,
                "BNBUSDT",
                Direction.SHORT,
                Optional.of(d("100.500")),
                Optional.of(d("1E+2")),
                d("2"),
                Optional.of(d("1")),
                Optional.empty(),
                "USDT",
                Map.of("USDT", d("0.04"), "BNB", d("0.0010")),
                Optional.of(d("-0.5")),
                Optional.of(d("0")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(150)),
                new LeverageSetting(Optional.of(20), Optional.of("CROSSED"), LeverageSource.SYMBOL_CONFIG),
                true,
                "LIMIT",
                "STOP_MARKET",
                Optional.of(TradeResult.WIN),
                Optional.of(d("105")),
                Optional.empty(),
                Set.of(LifecycleFlag.FUNDING_NEARBY, LifecycleFlag.ADL));
    }

    private Map<String, String> row() throws IOException {
        List<CSVRecord> rows =
                CSVParser.parse(text.toString(), CSVFormat.RFC4180).getRecords();
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().size()).isEqualTo(rows.getFirst().size());
        Map<String, String> row = new LinkedHashMap<>();
        for (int cell = 0; cell < rows.getFirst().size(); cell++) {
            row.put(rows.getFirst().get(cell), rows.getLast().get(cell));
        }
        return row;
    }

    @Test
    void anEntryShowsWhatTheExchangeAPersonAModelAndTheStoreSay() throws IOException {
        ManualFields manual = new ManualFields(
                Optional.empty(),
                Optional.of(d("90")),
                Optional.of(5),
                Optional.empty(),
                Optional.of("=patient, \"calm\""),
                List.of("breakout", "news"),
                Optional.of("calm"),
                Optional.of("4h"),
                Optional.of("range"),
                List.of("a.png"));
        AiFields ai = new AiFields(
                Optional.of(d("7.50")),
                Optional.of(d("0.9")),
                Optional.of("m1"),
                Optional.of(NOON),
                Optional.of("before"),
                Optional.of("after"),
                List.of("trend"),
                Optional.of("quiet"));
        SystemFields system = SystemFields.created(ID, "7", NOON);

        new EntryFile(text)
                .entry(
                        new TradeEntry(facts(), new Annotations(manual, ai), system),
                        List.of(new EntryIssue(EntryIssue.Kind.FUNDING_COVERAGE, "1 of 2")));

        assertThat(row())
                .containsEntry("direction", "SHORT")
                .containsEntry("entry_price", "100.5")
                .containsEntry("exit_price", "100")
                .containsEntry("commission", "")
                .containsEntry("pnl", "")
                .containsEntry("funding_fees", "-0.5")
                .containsEntry("hold_time_minutes", "2")
                .containsEntry("leverage", "5")
                .containsEntry("margin_type", "CROSSED")
                .containsEntry("leverage_source", "annotated")
                .containsEntry("exit_order_type", "STOP_MARKET")
                .containsEntry("insurance_clear", "0")
                .containsEntry("commission_by_asset", "BNB 0.001; USDT 0.04")
                .containsEntry("flags", "adl; funding_nearby")
                .containsEntry("stop_loss", "105")
                .containsEntry("take_profit", "90")
                .containsEntry("notes", "'=patient, \"calm\"")
                .containsEntry("tags", "breakout; news")
                .containsEntry("screenshots", "a.png")
                .containsEntry("ai_quality_score", "7.5")
                .containsEntry("ai_analysis_generated_at", "2026-01-02 12:00:00")
                .containsEntry("market_context", "quiet")
                .containsEntry("id", system.id().toString())
                .containsEntry("created_at", "2026-01-02 12:00:00")
                .containsEntry("deleted_at", "")
                .containsEntry("needs_resync", "false")
                .containsEntry("warnings", "funding coverage: 1 of 2");
    }

    @Test
    void aTradeOfNoStoreHasTheSameColumns() throws IOException {
        new EntryFile(text).trade(new Verdict(facts(), List.of(), List.of()), "7");

        assertThat(row())
                .containsEntry("binance_trade_id", ID)
                .containsEntry("leverage", "20")
                .containsEntry("stop_loss", "105")
                .containsEntry("take_profit", "")
                .containsEntry("id", "")
                .containsEntry("trading_account_id", "7")
                .containsEntry("needs_resync", "false")
                .containsEntry("warnings", "");
    }

    @Test
    void aRefusedTradeSaysWhy() throws IOException {
        new RejectedFile(text)
                .trade(new Verdict(facts(), List.of(new EntryIssue(EntryIssue.Kind.INCOMPLETE, "-1")), List.of()), "7");

        assertThat(row()).containsEntry("errors", "incomplete: -1").containsEntry("trading_account_id", "7");
    }

    @Test
    void anOrderThatWaitsIsPending() throws IOException {
        new OpenPositionFile(text)
                .pending(new PendingPosition(
                        new PositionKey("7", "BNBUSDT", PositionSide.LONG),
                        Direction.LONG,
                        5,
                        "LIMIT",
                        d("3"),
                        NOON.toEpochMilli()));

        assertThat(row())
                .containsEntry("state", "PENDING")
                .containsEntry("size", "0")
                .containsEntry("entry_quantity", "3")
                .containsEntry("entry_datetime", "2026-01-02 12:00:00")
                .containsEntry("order_type", "LIMIT")
                .containsEntry("complete", "true");
    }

    @Test
    void theRemainderNamesItsReason() throws IOException {
        new RemainderFile(text)
                .remainder(new IncomeRemainder(
                        new FuturesIncome("7", "TRANSFER", 9, "", "USDT", d("-5.0"), NOON),
                        IncomeRemainder.Reason.NOT_OF_A_POSITION));

        assertThat(row())
                .containsEntry("income", "-5")
                .containsEntry("tran_id", "9")
                .containsEntry("reason", "not_of_a_position");
    }

    @Test
    void aFindingShowsItsEvidence() throws IOException {
        new FindingFile(text)
                .finding(new PositionFinding(
                        PositionFinding.Kind.POSITION_BREAK, "7", "BNBUSDT", NOON.toEpochMilli(), "capture", "2, 0"));

        assertThat(row())
                .containsEntry("finding", "position_break")
                .containsEntry("reference", "capture")
                .containsEntry("evidence", "2, 0");
    }
}
