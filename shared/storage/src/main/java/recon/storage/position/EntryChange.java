package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a sync changed in one entry.
 *
 * @param binanceTradeId which
 * @param kind what happened to it
 * @param attributes the names of those that say something else now, in text order; empty but for {@code CHANGED}
 */
public record EntryChange(String binanceTradeId, Kind kind, List<String> attributes) {
    /** What may happen to an entry. */
    public enum Kind {
        /** It was not there. */
        CREATED,
        /** It says something else. */
        CHANGED,
        /** It is no trade any more and was put aside. */
        DELETED,
        /** It had been put aside, and is a trade again. */
        RETURNED
    }

    public EntryChange {
        requireNonNull(binanceTradeId, "binanceTradeId is null");
        requireNonNull(kind, "kind is null");
        attributes = List.copyOf(attributes);
    }
}
