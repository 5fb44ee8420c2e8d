package recon.simulator.world;

import java.util.List;

/**
 * What an account held at the end of a day.
 *
 * @param at its stamp, a second before midnight, epoch ms; a movement stamped then or later is not in it
 * @param holdings only assets held
 */
public record Snapshot(long at, List<Holding> holdings) {
    public Snapshot {
        holdings = List.copyOf(holdings);
    }
}
