package recon.storage.position;

import java.util.List;

/**
 * What came of a sync.
 *
 * @param generation the one that counts now
 * @param unchanged entries that were there and say the same
 * @param changes all others, by {@code binance_trade_id}
 */
public record Synced(long generation, long unchanged, List<EntryChange> changes) {
    public Synced {
        changes = List.copyOf(changes);
    }

    /** How many changes of a kind there are. */
    public long count(EntryChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
