package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A symbol that an account traded, and how far a source has been read for it (the plan's traded symbols).
 *
 * @param accountId the account
 * @param source the source that reads it
 * @param symbol the exchange's symbol
 * @param cursor where the source goes on
 * @param lastTradeTime the time of the newest trade known
 * @param firstSeen when it was first found to be traded
 * @param lastChecked when it was last looked at
 * @param checkedInRun the run that did
 * @param active the plan's {@code is_active}: whether it is still looked at
 */
public record TradedSymbol(
        String accountId,
        String source,
        String symbol,
        Map<String, String> cursor,
        Optional<Instant> lastTradeTime,
        Instant firstSeen,
        Instant lastChecked,
        String checkedInRun,
        boolean active) {
    public TradedSymbol {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(source, "source is null");
        requireNonNull(symbol, "symbol is null");
        cursor = Map.copyOf(cursor);
        requireNonNull(lastTradeTime, "lastTradeTime is null");
        requireNonNull(firstSeen, "firstSeen is null");
        requireNonNull(lastChecked, "lastChecked is null");
        requireNonNull(checkedInRun, "checkedInRun is null");
    }

    /** The same, as if nothing had been read yet: whoever reads it begins anew. */
    public TradedSymbol withoutBookmark() {
        return new TradedSymbol(
                accountId, source, symbol, Map.of(), lastTradeTime, firstSeen, lastChecked, checkedInRun, active);
    }
}
