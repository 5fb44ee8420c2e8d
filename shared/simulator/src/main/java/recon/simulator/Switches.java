package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import recon.simulator.draw.Draw;

/**
 * How this exchange behaves where the real one's behaviour is not documented; drawn by the seed.
 *
 * @param withdrawalAmountIsNet true: a withdrawal costs {@code amount + transactionFee}; false: it costs
 *     {@code amount}, the fee inside
 * @param withdrawalDebitedAtCompletion true: free + locked falls at {@code completeTime}, and never for a refused one;
 *     false: it falls at {@code applyTime}, and a refused one is credited back at the instant of refusal
 * @param transferIdsShared true: a sub's own transfer history shows the {@code tranId} of the master's view; false: a
 *     number of its own
 * @param effectDelay how much later than its stamp a fill shows in the balances of {@code /api/v3/account}; 0 to 900 ms
 */
public record Switches(
        boolean withdrawalAmountIsNet,
        boolean withdrawalDebitedAtCompletion,
        boolean transferIdsShared,
        Duration effectDelay) {
    private static final int LONGEST_DELAY_MS = 900;

    public Switches {
        requireNonNull(effectDelay, "effectDelay is null");
    }

    static Switches drawnBy(long seed) {
        Draw draw = Draw.of(seed, "switches");
        return new Switches(
                draw.chance(50),
                draw.chance(50),
                draw.chance(50),
                Duration.ofMillis(draw.chance(50) ? 0 : draw.between(1, LONGEST_DELAY_MS)));
    }
}
