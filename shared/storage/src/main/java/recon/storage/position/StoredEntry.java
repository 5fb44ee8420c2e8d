package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.EntryIssue;
import recon.ledger.position.entry.TradeEntry;

/**
 * An entry as it is kept, with what was written about it.
 *
 * @param key what annotations of it hang on
 * @param entry the entry
 * @param warnings what a person should look at
 */
public record StoredEntry(AnnotationKey key, TradeEntry entry, List<EntryIssue> warnings) {
    public StoredEntry {
        requireNonNull(key, "key is null");
        requireNonNull(entry, "entry is null");
        warnings = List.copyOf(warnings);
    }
}
