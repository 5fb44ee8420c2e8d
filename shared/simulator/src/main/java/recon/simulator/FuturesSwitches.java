package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.simulator.draw.Draw;

/**
 * How contracts behave where the real ones' behaviour is not documented; drawn by the seed.
 *
 * @param hedgeFundingIsNet true: the funding of both sides of a contract in hedge mode is one row, their sum; false: two
 * @param fillCommissionIsPaid true: {@code commission} of a fill is positive where it was paid; false: it has the sign of
 *     the income
 * @param packing how the files of the downloads are packed
 * @param titledColumns true: the columns of the files have titles, as the exports of the web site have; false: the names
 *     of the fields
 */
public record FuturesSwitches(
        boolean hedgeFundingIsNet, boolean fillCommissionIsPaid, Packing packing, boolean titledColumns) {
    /** How a file comes. */
    public enum Packing {
        /** As text. */
        PLAIN,
        /** Text, compressed. */
        GZIP,
        /** An archive with one file. */
        ZIP
    }

    public FuturesSwitches {
        requireNonNull(packing, "packing is null");
    }

    static FuturesSwitches drawnBy(long seed) {
        Draw draw = Draw.of(seed, "futures switches");
        return new FuturesSwitches(
                draw.chance(50), draw.chance(70), draw.pick(List.of(Packing.values())), draw.chance(40));
    }
}
