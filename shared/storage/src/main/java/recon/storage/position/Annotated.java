package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;

/**
 * All that is written about a trade, after somebody wrote something.
 *
 * @param key the trade
 * @param annotations what was written
 * @param at when the last of it was, UTC, to the millisecond
 * @param version grows by one each time
 */
public record Annotated(AnnotationKey key, Annotations annotations, Instant at, long version) {
    public Annotated {
        requireNonNull(key, "key is null");
        requireNonNull(annotations, "annotations is null");
        requireNonNull(at, "at is null");
    }
}
