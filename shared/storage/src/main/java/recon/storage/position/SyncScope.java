package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a sync speaks about.
 *
 * @param completeSince from when on all rows were there to be folded, UTC; empty if there was none
 * @param anew whether a generation is built beside the old one even where little has changed
 */
public record SyncScope(Optional<Instant> completeSince, boolean anew) {
    public SyncScope {
        requireNonNull(completeSince, "completeSince is null");
    }
}
