package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.EntryIssue;
import recon.ledger.position.entry.TradeFacts;

/**
 * A trade that a sync came to.
 *
 * @param key what annotations of it hang on
 * @param facts the trade
 * @param warnings what a person should look at
 * @param needsResync whether its numbers are in doubt
 */
public record SyncedTrade(AnnotationKey key, TradeFacts facts, List<EntryIssue> warnings, boolean needsResync) {
    public SyncedTrade {
        requireNonNull(key, "key is null");
        requireNonNull(facts, "facts is null");
        warnings = List.copyOf(warnings);
    }
}
