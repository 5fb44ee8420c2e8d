package recon.aggregate.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionSide;

class ShownPositionsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ShownPositions shown = new ShownPositions();

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static FuturesFill fill(int second) {
        return new FuturesFill(
                "7",
                "BTCUSDT",
                second,
                1,
                PositionSide.BOTH,
                true,
                false,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "USDT",
                "",
                at(second).toEpochMilli());
    }

    private static CapturedPosition held(int second) {
        return new CapturedPosition(
                "7",
                "BTCUSDT",
                PositionSide.BOTH,
                BigDecimal.TEN,
                Optional.empty(),
                at(second).toEpochMilli());
    }

    private void answer(int second, CapturedPosition... positions) {
        shown.shown(at(second), at(second + 1), List.of(positions), true);
    }

    private List<String> captures(List<FuturesFill> fills, FuturesIncome... income) {
        return shown.captures(fills, List.of(income))
                .map(capture -> capture.size() + " " + (capture.time() - START.toEpochMilli()) / 1000)
                .toList();
    }

    @Test
    void whatIsLeftOutIsZero_onceForAsLongAsNothingMoves() {
        shown.tradesAsked("BTCUSDT", at(1_000));
        answer(100);
        answer(200);
        answer(300, held(250));
        answer(400);
        answer(500);

        assertThat(captures(List.of(fill(50), fill(250), fill(350)))).containsExactly("0 100", "10 250", "0 400");
    }

    @Test
    void nothingIsSaid_whereAFillWasUnderWay() {
        shown.tradesAsked("BTCUSDT", at(1_000));
        answer(100);

        assertThat(captures(List.of(fill(91)))).isEmpty();
        assertThat(captures(List.of(fill(101)))).isEmpty();
        assertThat(captures(List.of(fill(89)))).containsExactly("0 100");
    }

    @Test
    void anAnswerWaits_untilTheFillsUpToItWereAskedFor() {
        shown.tradesAsked("BTCUSDT", at(99));
        answer(100, held(80));
        assertThat(captures(List.of(fill(50)))).isEmpty();

        shown.incomeAsked(at(101));
        assertThat(captures(List.of(fill(50)))).as("nothing was paid since").containsExactly("10 80");
        FuturesIncome fee =
                new FuturesIncome("7", "COMMISSION", 1, "BTCUSDT", "USDT", BigDecimal.ONE.negate(), at(100), "9");
        assertThat(captures(List.of(fill(50)), fee))
                .as("a fill is known to be missing yet")
                .isEmpty();

        shown.tradesAsked("BTCUSDT", at(101));
        assertThat(captures(List.of(fill(50)), fee)).containsExactly("10 80");
    }
}
