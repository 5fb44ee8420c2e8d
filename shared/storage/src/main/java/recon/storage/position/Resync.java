package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a window was to be read again, for its witnesses did not agree, or not all of it could be read.
 *
 * @param accountId whose rows
 * @param symbol of which contract, {@link #WALLET} or {@link #UNREAD}
 * @param difference what did not agree; the same text as long as it is the same
 * @param attempt counts the requests for this contract
 * @param runId of the collection that was asked for
 * @param from the first UTC day of the window
 * @param to the last, included
 * @param requestedAt when, UTC
 * @param givenUpAt when it turned out that it does not help, UTC
 */
public record Resync(
        String accountId,
        String symbol,
        String difference,
        long attempt,
        String runId,
        LocalDate from,
        LocalDate to,
        Instant requestedAt,
        Optional<Instant> givenUpAt) {
    /** Stands where the contract would: the window is about the account's futures wallet. */
    public static final String WALLET = "wallet";

    /** Stands where the contract would: fills or income of the window could not be read. */
    public static final String UNREAD = "unread";

    public Resync {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(difference, "difference is null");
        requireNonNull(runId, "runId is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(requestedAt, "requestedAt is null");
        requireNonNull(givenUpAt, "givenUpAt is null");
    }

    /** Whether it is about all contracts and about what has none. */
    public boolean ofAll() {
        return symbol.equals(WALLET) || symbol.equals(UNREAD);
    }

    /** The same, given up. */
    public Resync givenUp(Instant at) {
        return new Resync(accountId, symbol, difference, attempt, runId, from, to, requestedAt, Optional.of(at));
    }
}
