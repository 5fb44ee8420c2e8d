package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.ledger.position.entry.AnnotationKey;

/**
 * The entries of an account, all of one sync.
 *
 * @param pointer which
 * @param entries those that count, by their {@code binance_trade_id}
 * @param orphans what annotations hang on that is no entry now: of a trade that is open or refused, or that is gone
 */
public record AccountEntries(SyncPointer pointer, List<StoredEntry> entries, List<AnnotationKey> orphans) {
    public AccountEntries {
        requireNonNull(pointer, "pointer is null");
        entries = List.copyOf(entries);
        orphans = List.copyOf(orphans);
    }
}
