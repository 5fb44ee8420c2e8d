package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which generation of an account's entries counts, and how far it reaches.
 *
 * @param generation the one that readers read; 0 before the first sync
 * @param revision grows by one with every sync: who finds the same before and after has read one state
 * @param syncedAt when the collection was told of that the last sync knew, UTC; empty before the first one
 * @param completeSince from when on everything is there, as far as the archive reaches; UTC
 */
public record SyncPointer(long generation, long revision, Optional<Instant> syncedAt, Optional<Instant> completeSince) {
    /** So long a sync counts as fresh: futures are collected that often, and older entries have missed a collection. */
    public static final Duration FRESH = Duration.ofHours(4);

    /** Nothing was synced. */
    public static final SyncPointer NONE = new SyncPointer(0, 0, Optional.empty(), Optional.empty());

    public SyncPointer {
        requireNonNull(syncedAt, "syncedAt is null");
        requireNonNull(completeSince, "completeSince is null");
    }

    /** Whether the last sync is too old to go by, or there was none. */
    public boolean stale(Instant now) {
        return syncedAt.filter(at -> !now.isAfter(at.plus(FRESH))).isEmpty();
    }
}
