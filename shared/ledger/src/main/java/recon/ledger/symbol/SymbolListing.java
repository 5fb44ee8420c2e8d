package recon.ledger.symbol;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The exchange's list of symbols and limits as of one answer. A symbol that has left the list stays known.
 *
 * @param seenAt when the answer was received, on the exchange's clock
 * @param symbols every symbol listed
 * @param limits the exchange's own limits: {@code <type>:<interval number><interval>} to limit, for instance
 *     {@code REQUEST_WEIGHT:1MINUTE} to 6000
 */
public record SymbolListing(Instant seenAt, List<Symbol> symbols, Map<String, Integer> limits) {
    public SymbolListing {
        requireNonNull(seenAt, "seenAt is null");
        symbols = List.copyOf(symbols);
        limits = Map.copyOf(limits);
    }
}
