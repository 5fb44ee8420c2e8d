package recon.ledger.position.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.Journal;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.LifecycleLeg;
import recon.ledger.position.entry.EntryIssue.Kind;
import recon.ledger.position.row.FundingRate;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.PositionSide;

class EntryValidationTest {
    private static Verdict check(Journal journal) {
        return check(journal, FundingRates.NONE);
    }

    private static Verdict check(Journal journal, FundingRates rates) {
        Lifecycle trade = journal.fold().closed().getFirst();
        return new EntryValidation(rates).check(trade, LeverageSetting.UNKNOWN);
    }

    private static List<Kind> kinds(List<EntryIssue> issues) {
        return issues.stream().map(EntryIssue::kind).toList();
    }

    /** A trade with known orders, so that nothing of them is said. */
    private static Journal known() {
        return new Journal()
                .order(101, "BUY", "LIMIT", "FILLED", "0", "web", -1, 0)
                .order(102, "SELL", "MARKET", "FILLED", "0", "web", 90, 90);
    }

    @Test
    void aWholeTradeHasEveryFact() {
        Verdict verdict = check(known().fill(1, "BUY", "2", "100", "0", "0.08", 0)
                .income("FUNDING_FEE", "-0.5", 30)
                .fill(2, "SELL", "2", "110", "20", "0.09", 90));

        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.warnings()).isEmpty();
        TradeFacts facts = verdict.facts();
        assertThat(facts.binanceTradeId()).isEqualTo("7_BNBUSDT_BOTH_1_2");
        assertThat(facts.binanceOrderId()).isEqualTo(101);
        assertThat(facts.entryTime()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(facts.tradeDate()).contains(LocalDate.of(2026, 1, 1));
        assertThat(facts.holdTimeMinutes()).contains(1L);
        assertThat(facts.entryOrderType()).isEqualTo("LIMIT");
        assertThat(facts.exitOrderType()).isEqualTo("MARKET");
        assertThat(facts.result()).contains(TradeResult.WIN);
        assertThat(facts.commissionAsset()).isEqualTo("USDT");
        assertThat(facts.commission()).contains(new BigDecimal("0.17"));
        // 0.17 + 0.5, and 20 less that
        assertThat(facts.fees()).contains(new BigDecimal("0.67"));
        assertThat(facts.pnl()).contains(new BigDecimal("19.33"));
    }

    @ParameterizedTest
    @CsvSource({
        // the exchange's profit of 1 x (exit - 100): the cross-check warns beyond 1 %, on a loss as well
        "110, 10,    ''",
        "110, 10.1,  ''",
        "110, 10.11, PNL_MISMATCH",
        "90,  -10.2, PNL_MISMATCH",
        "90,  10,    PNL_MISMATCH",
        "110, 0,     ZERO_PNL",
        "100, 0,     ''",
        "100, 0.009, ''"
    })
    void theCrossCheckWarnsAndNeverRejects(String exit, String profit, String warning) {
        Verdict verdict = check(
                known().fill(1, "BUY", "1", "100", "0", "0.04", 0).fill(2, "SELL", "1", exit, profit, "0.04", 90));

        assertThat(verdict.valid()).isTrue();
        assertThat(kinds(verdict.warnings())).isEqualTo(warning.isEmpty() ? List.of() : List.of(Kind.valueOf(warning)));
    }

    @ParameterizedTest
    @CsvSource({"0, ZERO_COMMISSION", "-0.04, NEGATIVE_COMMISSION"})
    void aRebateIsAWarningAndNoError(String fee, Kind warning) {
        Verdict verdict =
                check(known().fill(1, "BUY", "1", "100", "0", fee, 0).fill(2, "SELL", "1", "110", "10", fee, 90));

        assertThat(verdict.valid()).isTrue();
        assertThat(kinds(verdict.warnings())).containsExactly(warning);
    }

    @Test
    void aTradeWithoutItsBeginningIsRejected_withAllReasons() {
        Verdict verdict = check(known().fill(2, "SELL", "1", "110", "10", "0.04", 90));

        assertThat(kinds(verdict.errors()))
                .containsExactly(
                        Kind.INVALID_ENTRY_PRICE, Kind.INVALID_QUANTITY, Kind.MISSING_ENTRY_DATETIME, Kind.INCOMPLETE);
    }

    @Test
    void aTradeWithoutAnExitIsRejected_withAllReasons() {
        Verdict verdict =
                check(known().fill(1, "BUY", "1", "100", "0", "0.04", 0).capture(PositionSide.BOTH, "0", "0", 90));

        assertThat(kinds(verdict.errors()))
                .containsExactly(Kind.INVALID_EXIT_PRICE, Kind.MISSING_EXIT_DATETIME, Kind.INCOMPLETE);
        assertThat(verdict.errors().getLast().text()).isEqualTo("incomplete: changed without a fill: -1");
    }

    @Test
    void aTradeOfWhichNotAllWentOutIsRejected() {
        Lifecycle whole = known().fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.04", 90)
                .fold()
                .closed()
                .getFirst();

        Verdict verdict = new EntryValidation(FundingRates.NONE)
                .check(leftWith(whole, new BigDecimal("0.5")), LeverageSetting.UNKNOWN);

        assertThat(verdict.errors()).extracting(EntryIssue::text).containsExactly("quantity differs: 1 in, 0.5 out");
    }

    private static Lifecycle leftWith(Lifecycle whole, BigDecimal quantity) {
        LifecycleLeg exit = whole.exit();
        return new Lifecycle(
                whole.key(),
                whole.direction(),
                whole.state(),
                whole.entry(),
                new LifecycleLeg(
                        quantity,
                        exit.notional(),
                        exit.firstTime(),
                        exit.lastTime(),
                        exit.firstOrderId(),
                        exit.lastOrderId(),
                        exit.firstType(),
                        exit.lastType()),
                whole.outside(),
                whole.size(),
                whole.openedAt(),
                whole.closedAt(),
                whole.firstFillId(),
                whole.lastFillId(),
                whole.fills(),
                whole.maker(),
                whole.income(),
                whole.reportedPnl(),
                whole.flags(),
                whole.stopLoss(),
                whole.takeProfit(),
                whole.markPrice(),
                whole.missing());
    }

    @Test
    void aTradeWhoseProfitIsInAnAssetWithoutAPriceIsRejected() {
        Verdict verdict = check(known().fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.04", 90)
                .income("BNBUSDT", "REALIZED_PNL", "1", "FOO", "2", Journal.START + 90_000));

        assertThat(kinds(verdict.errors())).containsExactly(Kind.UNKNOWN_REALIZED_PNL);
    }

    @Test
    void anOrderThatNoListHasIsAWarning() {
        Verdict verdict = check(
                new Journal().fill(1, "BUY", "1", "100", "0", "0.04", 0).fill(2, "SELL", "1", "110", "10", "0.04", 90));

        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.warnings()).extracting(EntryIssue::text).containsExactly("unknown order: entry");
    }

    @Test
    void aTradeWhoseProfitIsNotInTheIncomeIsRejected() {
        Journal journal =
                known().fill(1, "BUY", "1", "100", "0", "0.04", 0).fill(2, "SELL", "1", "110", "10", "0.04", 90);
        journal.income.removeIf(row -> row.incomeType().equals("REALIZED_PNL"));

        Verdict verdict = check(journal);

        assertThat(kinds(verdict.errors())).containsExactly(Kind.MISSING_INCOME);
        assertThat(verdict.errors().getFirst().text()).isEqualTo("missing income: 1 rows, of the fills 2");
    }

    @Test
    void feesWithoutAPriceLeaveThePnlEmpty_andSaySo() {
        Verdict verdict = check(known().fill("BNBUSDT", 1, 101, "BUY", "1", "100", "0", "0.001", "BNB", Journal.START)
                .fill(2, "SELL", "1", "110", "10", "0.04", 90));

        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.facts().pnl()).isEmpty();
        assertThat(verdict.warnings().getFirst().text())
                .isEqualTo("fee not valued: no price for BNB, so that fees and pnl stay empty");
    }

    @Test
    void missingFundingsAreCounted() {
        FundingRates rates = FundingRates.of(List.of(
                new FundingRate("BNBUSDT", Journal.START + 30_000, new BigDecimal("0.0001"), BigDecimal.TEN),
                new FundingRate("BNBUSDT", Journal.START + 40_000, BigDecimal.ZERO, BigDecimal.TEN),
                new FundingRate("BNBUSDT", Journal.START + 60_000, new BigDecimal("0.0001"), BigDecimal.TEN)));
        Verdict verdict = check(
                known().fill(1, "BUY", "1", "100", "0", "0.04", 0)
                        .income("FUNDING_FEE", "-0.5", 30)
                        .fill(2, "SELL", "1", "110", "10", "0.04", 90),
                rates);

        assertThat(verdict.warnings()).containsExactly(new EntryIssue(Kind.FUNDING_COVERAGE, "1 of 2"));
    }

    @Test
    void whatAPersonWroteGoesBeforeOrdersAndSettings() {
        Lifecycle trade = known().fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .order(7, "SELL", "STOP_MARKET", "NEW", "95", "web", 5, 5)
                .fill(2, "SELL", "1", "110", "10", "0.04", 90)
                .fold()
                .closed()
                .getFirst();
        LeverageSetting config =
                new LeverageSetting(Optional.of(20), Optional.of("CROSSED"), LeverageSource.SYMBOL_CONFIG);
        TradeFacts facts = TradeFacts.of(trade, config);
        SystemFields system = SystemFields.created(facts.binanceTradeId(), "7", Instant.EPOCH);
        ManualFields manual = new ManualFields(
                Optional.of(new BigDecimal("97")),
                Optional.empty(),
                Optional.of(5),
                Optional.empty(),
                Optional.of("patient"),
                List.of("breakout"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        TradeEntry plain = new TradeEntry(facts, Annotations.NONE, system);
        TradeEntry annotated = new TradeEntry(facts, new Annotations(manual, AiFields.NONE), system);

        assertThat(plain.stopLoss()).contains(new BigDecimal("95"));
        assertThat(plain.leverage()).isEqualTo(config);
        assertThat(annotated.stopLoss()).contains(new BigDecimal("97"));
        assertThat(annotated.leverage())
                .isEqualTo(new LeverageSetting(Optional.of(5), Optional.of("CROSSED"), LeverageSource.ANNOTATED));
        assertThat(AnnotationKey.of(trade).firstFillId()).isEqualTo(1);
        assertThat(SystemFields.created(facts.binanceTradeId(), "7", Instant.MAX)
                        .id())
                .isEqualTo(system.id());
    }
}
