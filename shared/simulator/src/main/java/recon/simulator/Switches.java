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
 * @param transferIdsShared true: a movement has one {@code tranId} wherever it shows: a transfer in the master's view and
 *     in the sub's, an own transfer in futures income and in margin's lists, a loan in the capital flow; false: each list
 *     but the first has numbers of its own
 * @param effectDelay how much later than its stamp a fill shows in the balances of {@code /api/v3/account}; 0 to 900 ms
 * @param snapshotDelay how long after midnight {@code accountSnapshot} shows the day that has ended; 30 to 120 minutes
 * @param snapshotsNewestFirst whether {@code accountSnapshot} lists the newest day first
 * @param wallets the same for what only the other wallets have
 * @param futures the same for contracts
 */
public record Switches(
        boolean withdrawalAmountIsNet,
        boolean withdrawalDebitedAtCompletion,
        boolean transferIdsShared,
        Duration effectDelay,
        Duration snapshotDelay,
        boolean snapshotsNewestFirst,
        WalletSwitches wallets,
        FuturesSwitches futures) {
    private static final int LONGEST_DELAY_MS = 900;
    private static final int EARLIEST_SNAPSHOT_MINUTE = 30;
    private static final int LATEST_SNAPSHOT_MINUTE = 120;

    public Switches {
        requireNonNull(effectDelay, "effectDelay is null");
        requireNonNull(snapshotDelay, "snapshotDelay is null");
        requireNonNull(wallets, "wallets is null");
        requireNonNull(futures, "futures is null");
    }

    /** The switches of the world that a seed draws. */
    public static Switches drawnBy(long seed) {
        Draw draw = Draw.of(seed, "switches");
        // A sequence of its own: what was drawn before snapshots were known stays as it is.
        Draw snapshots = Draw.of(seed, "snapshot switches");
        return new Switches(
                draw.chance(50),
                draw.chance(50),
                draw.chance(50),
                Duration.ofMillis(draw.chance(50) ? 0 : draw.between(1, LONGEST_DELAY_MS)),
                Duration.ofMinutes(snapshots.between(EARLIEST_SNAPSHOT_MINUTE, LATEST_SNAPSHOT_MINUTE)),
                snapshots.chance(50),
                WalletSwitches.drawnBy(seed),
                FuturesSwitches.drawnBy(seed));
    }
}
