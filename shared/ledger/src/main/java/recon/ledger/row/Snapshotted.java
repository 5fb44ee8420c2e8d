package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.balance.BalanceSnapshot;

/**
 * A wallet as the exchange wrote it down at the end of a day: compared with the books, never booked.
 *
 * @param snapshot what was read
 */
public record Snapshotted(BalanceSnapshot snapshot) implements Observation {
    public Snapshotted {
        requireNonNull(snapshot, "snapshot is null");
    }
}
