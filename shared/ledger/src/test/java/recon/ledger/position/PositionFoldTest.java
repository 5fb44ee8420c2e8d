package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.Journal.Folded;
import recon.ledger.position.PositionFinding.Kind;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.ListedContracts;
import recon.ledger.position.row.MinutePrice;
import recon.ledger.position.row.MinutePrices;
import recon.ledger.position.row.PositionMode;

/** Lifecycles told by hand. Income that has no place must show, so that each of them looks at the proof as well. */
class PositionFoldTest {
    private static void holds(Folded folded) {
        assertThat(folded.conservation().holds())
                .as("%s", folded.conservation())
                .isTrue();
    }

    private static BigDecimal of(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void partialClosesAndAddsAreOneLifecycle_untilNothingIsHeld() {
        Folded folded = new Journal()
                .fill(1, "BUY", "2", "100", "0", "0.08", 0)
                .fill(2, "SELL", "1", "110", "10", "0.044", 10)
                .fill(3, "BUY", "1", "120", "0", "0.048", 20)
                .fill(4, "SELL", "2", "115", "10", "0.092", 30)
                .fold();

        assertThat(folded.closed()).singleElement().satisfies(trade -> {
            assertThat(trade.id()).isEqualTo("7_BNBUSDT_BOTH_1_4");
            assertThat(trade.direction()).isEqualTo(Direction.LONG);
            assertThat(trade.entry().quantity()).isEqualByComparingTo("3");
            assertThat(trade.exit().quantity()).isEqualByComparingTo("3");
            // (2 x 100 + 1 x 120) / 3 and (110 + 2 x 115) / 3
            assertThat(trade.entry().average()).contains(of("106.666666666666666667"));
            assertThat(trade.exit().average()).contains(of("113.333333333333333333"));
            assertThat(trade.income().realizedPnl()).contains(of("20"));
            assertThat(trade.income().commission()).contains(of("0.264"));
            assertThat(trade.income().pnl().orElseThrow()).isEqualByComparingTo("19.736");
        });
        assertThat(folded.open()).isEmpty();
        holds(folded);
    }

    @ParameterizedTest
    @CsvSource({
        // first, flip, fee of the flip, closing part, opening part: both add up, rounded half to even at the fee's
        // scale
        "BUY,  1, SELL, 3, 0.10, 0.03, 0.07",
        "BUY,  1, SELL, 2, 0.05, 0.02, 0.03",
        "BUY,  1, SELL, 2, 0.03, 0.02, 0.01",
        "SELL, 1, BUY,  4, 0.06, 0.02, 0.04",
        "SELL, 3, BUY,  4, 1,    1,    0"
    })
    void aFlipIsSplitWithoutLosingADigit(
            String open, String held, String flip, String quantity, String fee, String closing, String opening) {
        Folded folded = new Journal()
                .fill(1, open, held, "100", "0", "0", 0)
                .fill(2, flip, quantity, "90", "5", fee, 1)
                .fold();

        Lifecycle closed = folded.closed().getFirst();
        Lifecycle begun = folded.open().getFirst();
        assertThat(closed.id()).isEqualTo("7_BNBUSDT_BOTH_1_2");
        assertThat(closed.exit().quantity()).isEqualByComparingTo(held);
        assertThat(closed.income().commission()).contains(of(closing));
        assertThat(closed.income().realizedPnl()).contains(of("5"));
        assertThat(begun.firstFillId()).isEqualTo(2);
        assertThat(begun.size().abs()).isEqualByComparingTo(of(quantity).subtract(of(held)));
        assertThat(begun.direction()).isEqualTo(flip.equals("BUY") ? Direction.LONG : Direction.SHORT);
        assertThat(begun.income().commission().orElseThrow()).isEqualByComparingTo(opening);
        assertThat(begun.income().realizedPnl().orElseThrow()).isZero();
        holds(folded);
    }

    @Test
    void bothSidesOfAHedgeAreNeverMixed() {
        Folded folded = new Journal()
                .fill(1, "BUY LONG", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL SHORT", "1", "101", "0", "0.04", 1)
                .fill(3, "BUY SHORT", "1", "99", "2", "0.04", 2)
                .fill(4, "SELL LONG", "0.4", "102", "0.8", "0.02", 3)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::id).containsExactly("7_BNBUSDT_SHORT_2_3");
        assertThat(folded.closed().getFirst().pnlByPrice(BigDecimal.ZERO)).isEqualByComparingTo("2");
        assertThat(folded.open()).singleElement().satisfies(held -> {
            assertThat(held.state()).isEqualTo(LifecycleState.PARTIALLY_CLOSED);
            assertThat(held.size()).isEqualByComparingTo("0.6");
        });
        assertThat(folded.findings()).isEmpty();
        holds(folded);
    }

    @Test
    void twoLifecyclesMayShareAMillisecond_byTheOrderOfIds() {
        Journal journal = new Journal();
        for (int id = 1; id <= 4; id++) {
            boolean buys = id % 2 == 1;
            journal.fill(
                    "BNBUSDT",
                    id,
                    id,
                    buys ? "BUY" : "SELL",
                    "1",
                    "100",
                    buys ? "0" : "1",
                    "0.1",
                    "USDT",
                    Journal.START);
        }

        Folded folded = journal.fold();

        assertThat(folded.closed())
                .extracting(Lifecycle::id)
                .containsExactly("7_BNBUSDT_BOTH_1_2", "7_BNBUSDT_BOTH_3_4");
        holds(folded);
    }

    @Test
    void feesInAnotherAssetAreValuedAtTheirMinute_andKeptAsTheyWere() {
        Journal journal = new Journal()
                .fill("BNBUSDT", 1, 1, "BUY", "1", "100", "0", "0.001", "BNB", Journal.START)
                .fill("BNBUSDT", 2, 2, "SELL", "1", "110", "10", "0.002", "BNB", Journal.START + 60_000);
        MinutePrices prices = MinutePrices.of(List.of(
                new MinutePrice("BNB", "USDT", Journal.START, of("100")),
                new MinutePrice("BNB", "USDT", Journal.START + 60_000, of("110"))));
        Known known =
                new Known(new ListedContracts(Map.of("BNBUSDT", "USDT"), true), FundingRates.NONE, prices, List.of());

        Folded folded = journal.fold(known);
        LifecycleIncome income = folded.closed().getFirst().income();
        LifecycleIncome unpriced = journal.fold().closed().getFirst().income();

        // 0.001 x 100 + 0.002 x 110
        assertThat(income.commission()).contains(of("0.320"));
        assertThat(income.pnl().orElseThrow()).isEqualByComparingTo("9.68");
        assertThat(income.commissions().byAsset()).containsExactly(Map.entry("BNB", of("-0.003")));
        assertThat(unpriced.commission()).isEmpty();
        assertThat(unpriced.pnl()).isEmpty();
        assertThat(unpriced.realizedPnl()).contains(of("10"));
        holds(folded);
    }

    @Test
    void impossibleFillsAreNamedAndLeftOut() {
        Journal journal = new Journal()
                .fill(1, "BUY", "-1", "100", "0", "0", 0)
                .fill(2, "BUY", "1", "0", "0", "0", 1)
                .fill("XYZUSDT", 3, 3, "BUY", "1", "1", "0", "0", "USDT", Journal.START)
                .fill(4, "BUY", "1", "100", "0", "0", 2);
        Known known = new Known(
                new ListedContracts(Map.of("BNBUSDT", "USDT"), true), FundingRates.NONE, MinutePrices.NONE, List.of());

        Folded folded = journal.fold(known);

        assertThat(folded.findings())
                .extracting(found -> found.kind() + " " + found.reference())
                .containsExactlyInAnyOrder("IMPOSSIBLE_FILL fill 1", "UNKNOWN_SYMBOL fill 3", "IMPOSSIBLE_FILL fill 2");
        assertThat(folded.open())
                .singleElement()
                .satisfies(held -> assertThat(held.firstFillId()).isEqualTo(4));
        holds(folded);
    }

    @Test
    void theModeOfTheFillsIsHeldAgainstTheAccounts() {
        Journal journal = new Journal().fill(1, "BUY LONG", "1", "100", "0", "0", 0);
        List<PositionFinding> found = new ArrayList<>();
        PositionFold fold = new PositionFold(Journal.ACCOUNT, Known.NOTHING, new Ignoring(found));
        fold.fill(journal.fills.getFirst());

        fold.mode(PositionMode.HEDGE);
        assertThat(found).isEmpty();
        fold.mode(PositionMode.ONE_WAY);
        assertThat(found).extracting(PositionFinding::kind).containsExactly(Kind.POSITION_MODE);
    }

    @Test
    void rowsOutOfOrderAreRefused() {
        Journal journal = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0", 0)
                .fill("BNBUSDT", 3, 3, "BUY", "1", "100", "0", "0", "USDT", Journal.START)
                .fill("BNBUSDT", 2, 2, "BUY", "1", "100", "0", "0", "USDT", Journal.START)
                .income("FUNDING_FEE", "1", 0);
        PositionFold fold = new PositionFold(Journal.ACCOUNT, Known.NOTHING, new Ignoring(new ArrayList<>()));
        fold.fill(journal.fills.get(0));
        fold.fill(journal.fills.get(1));

        assertThatThrownBy(() -> fold.fill(journal.fills.get(2))).hasMessageContaining("fill 2 of BNBUSDT comes after");
        assertThatThrownBy(() -> fold.fill(journal.fills.get(1))).hasMessageContaining("fill 3 of BNBUSDT comes after");
        assertThatThrownBy(() -> fold.income(journal.income.getFirst())).hasMessageContaining("sort the rows");
        PositionFold other = new PositionFold("8", Known.NOTHING, new Ignoring(new ArrayList<>()));
        assertThatThrownBy(() -> other.fill(journal.fills.getFirst()))
                .hasMessageContaining("account 7 among those of 8");
        fold.finish();
        assertThatThrownBy(() -> fold.fill(journal.fills.getFirst())).hasMessageContaining("the fold is finished");
    }

    /** Keeps findings alone. */
    private record Ignoring(List<PositionFinding> found) implements PositionSink {
        @Override
        public void closed(Lifecycle lifecycle) {}

        @Override
        public void open(Lifecycle lifecycle) {}

        @Override
        public void pending(PendingPosition position) {}

        @Override
        public void remainder(IncomeRemainder remainder) {}

        @Override
        public void finding(PositionFinding finding) {
            found.add(finding);
        }
    }
}
