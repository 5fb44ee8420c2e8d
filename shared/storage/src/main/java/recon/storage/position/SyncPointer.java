package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Which generation of an account's entries counts, and how far it reaches.
 *
 * @param generation the one that readers read; 0 before the first sync
 * @param revision grows by one with every sync: who finds the same before and after has read one state
 * @param syncedAt when the last sync ended, UTC
 * @param completeSince from when on everything is there, as far as the archive reaches; UTC
 */
public record SyncPointer(long generation, long revision, Optional<Instant> syncedAt, Optional<Instant> completeSince) {
    /** Nothing was synced. */
    public static final SyncPointer NONE = new SyncPointer(0, 0, Optional.empty(), Optional.empty());

    public SyncPointer {
        requireNonNull(syncedAt, "syncedAt is null");
        requireNonNull(completeSince, "completeSince is null");
    }
}
