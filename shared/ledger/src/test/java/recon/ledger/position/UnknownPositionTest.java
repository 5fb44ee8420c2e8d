package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.position.Journal.Folded;
import recon.ledger.position.PositionFinding.Kind;
import recon.ledger.position.row.PositionSide;

/** What was opened before the known fills begin, or changed without one: it is named, and nothing is made up. */
class UnknownPositionTest {
    private static void holds(Folded folded) {
        assertThat(folded.conservation().holds())
                .as("%s", folded.conservation())
                .isTrue();
    }

    private static BigDecimal of(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void aPositionFromBeforeTheHistoryIsIncomplete_andNothingIsMadeUp() {
        Journal journal = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 10)
                .fill(2, "SELL", "2", "120", "40", "0.08", 20)
                .fill(3, "BUY", "1", "100", "0", "0.04", 30)
                .capture(PositionSide.BOTH, "1", "105", 40);

        Known known = journal.withOpenings();
        Folded folded = journal.fold(known);

        assertThat(known.openings()).extracting(Opening::size).containsExactly(of("3"));
        assertThat(folded.closed()).singleElement().satisfies(trade -> {
            assertThat(trade.incomplete()).isTrue();
            assertThat(trade.outside()).isEqualByComparingTo("3");
            assertThat(trade.entry().average()).isEmpty();
            assertThat(trade.exit().quantity()).isEqualByComparingTo("3");
        });
        assertThat(folded.open()).singleElement().satisfies(held -> {
            assertThat(held.incomplete()).isFalse();
            assertThat(held.unrealizedPnl().orElseThrow()).isEqualByComparingTo("5");
        });
        assertThat(folded.findings()).isEmpty();
        holds(folded);
    }

    @Test
    void closesOfSomethingUnknownAreOneIncompleteLifecycle_andTheNextIsWhole() {
        Folded folded = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 10)
                .fill(2, "SELL", "2", "120", "40", "0.08", 20)
                .fill(3, "SELL", "1", "100", "0", "0.04", 30)
                .fill(4, "BUY", "1", "90", "10", "0.04", 40)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::incomplete).containsExactly(true, false);
        assertThat(folded.closed()).extracting(Lifecycle::fills).containsExactly(2, 2);
        assertThat(folded.findings()).extracting(PositionFinding::kind).containsOnly(Kind.CLOSES_UNKNOWN);
        holds(folded);
    }

    @Test
    void aFillThatAddsAndHasAProfitSpeaksOfSomethingUnknown() {
        Folded folded = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "BUY", "1", "90", "5", "0.04", 10)
                .fold();

        assertThat(folded.open()).extracting(Lifecycle::incomplete).containsExactly(true);
        assertThat(folded.findings()).extracting(PositionFinding::kind).containsExactly(Kind.CLOSES_UNKNOWN);
    }

    @Test
    void unknownPositionsOfBothDirectionsAreTwo() {
        Folded folded = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 0)
                .fill(2, "BUY", "1", "90", "5", "0.04", 10)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::direction).containsExactly(Direction.LONG, Direction.SHORT);
        assertThat(folded.closed()).allMatch(Lifecycle::incomplete);
        holds(folded);
    }

    @Test
    void aCaptureEndsWhatIsUnknown_andWhatItShowsIsAnotherLifecycle() {
        Folded folded = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 0)
                .capture(PositionSide.BOTH, "2", "", 10)
                .fill(2, "SELL", "2", "110", "10", "0.04", 20)
                .fold();

        assertThat(folded.closed()).extracting(Lifecycle::outside).containsExactly(of("1"), of("2"));
        assertThat(folded.findings())
                .extracting(PositionFinding::kind)
                .containsExactly(Kind.CLOSES_UNKNOWN, Kind.POSITION_BREAK);
        holds(folded);
    }

    @Test
    void aChangeWithoutAFillIsNamed_andWhatFollowsIsRight() {
        Folded folded = new Journal()
                .fill(1, "BUY", "2", "100", "0", "0.04", 0)
                .capture(PositionSide.BOTH, "0", "", 10)
                .fill(2, "SELL", "1", "100", "0", "0.04", 20)
                .fill(3, "BUY", "1", "90", "10", "0.04", 30)
                .fold();

        assertThat(folded.findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.POSITION_BREAK);
            assertThat(found.evidence()).contains("2").contains("0");
        });
        assertThat(folded.closed()).extracting(Lifecycle::incomplete).containsExactly(true, false);
        assertThat(folded.closed().getLast().direction()).isEqualTo(Direction.SHORT);
        holds(folded);
    }

    @Test
    void aBreakIsNoOpening_whereTheFillsSpeakAgainstIt() {
        Journal journal =
                new Journal().fill(1, "BUY", "2", "100", "0", "0.04", 0).capture(PositionSide.BOTH, "0", "", 10);

        assertThat(journal.withOpenings().openings()).isEmpty();
    }

    @Test
    void aMissingFillIsNoOpening_whereTheFillsBeforeItBeganWithNothing() {
        Journal journal = new Journal()
                .fill(1, "BUY", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL", "1", "110", "10", "0.04", 10)
                // a fill that bought one more is missing here
                .fill(4, "BUY", "1", "120", "0", "0.04", 30)
                .capture(PositionSide.BOTH, "2", "", 40);

        Known known = journal.withOpenings();
        Folded folded = journal.fold(known);

        assertThat(known.openings()).isEmpty();
        assertThat(folded.closed()).extracting(Lifecycle::incomplete).containsExactly(false);
        assertThat(folded.open()).extracting(Lifecycle::incomplete).containsExactly(true);
        assertThat(folded.findings()).extracting(PositionFinding::kind).containsExactly(Kind.POSITION_BREAK);
    }

    @Test
    void aProfitThatThePricesDoNotExplainSpeaksForSomethingHeldBefore() {
        // One was held at 50: the average after buying one more at 100 is 75.
        Journal journal = new Journal()
                .fill(1, "BUY LONG", "1", "100", "0", "0.04", 0)
                .fill(2, "SELL LONG", "1", "110", "35", "0.04", 10)
                .capture(PositionSide.LONG, "1", "", 40);

        assertThat(journal.withOpenings().openings()).extracting(Opening::size).containsExactly(of("1"));
    }

    @Test
    void aFirstFillWithAProfitSpeaksForSomethingHeldBefore_whateverFollows() {
        // Three were held at 100; one is sold, and one bought again at the old price.
        Journal journal = new Journal()
                .fill(1, "SELL", "1", "110", "10", "0.04", 0)
                .fill(2, "BUY", "1", "100", "0", "0.04", 10)
                .capture(PositionSide.BOTH, "3", "", 40);

        assertThat(journal.withOpenings().openings()).extracting(Opening::size).containsExactly(of("3"));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 2", "SELL, -2"})
    void aPositionThatNeverMovedIsOpenAndIncomplete(String side, String size) {
        Journal journal = new Journal().capture(PositionSide.BOTH, size, "10", 40);

        Folded folded = journal.fold(journal.withOpenings());

        assertThat(folded.open()).singleElement().satisfies(held -> {
            assertThat(held.direction()).isEqualTo(Direction.opened(side.equals("BUY")));
            assertThat(held.size()).isEqualByComparingTo(size);
            assertThat(held.incomplete()).isTrue();
            assertThat(held.unrealizedPnl()).isEmpty();
        });
        assertThat(folded.findings()).isEmpty();
    }
}
