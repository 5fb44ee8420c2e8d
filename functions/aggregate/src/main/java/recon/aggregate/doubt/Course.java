package recon.aggregate.doubt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.storage.event.FuturesRequest;
import recon.storage.position.Resync;

/** What becomes of a window that is in doubt: it is asked for once, waited for, and given up if that did not help. */
final class Course {
    /** A collection that was not heard of for so long will not come. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private Course() {}

    /**
     * How it goes on.
     *
     * @param before what was done about the contract; empty for nothing
     * @param collection the one after which it is in doubt still
     */
    static Resync next(
            String accountId, String symbol, Window doubt, Optional<Resync> before, String collection, Instant now) {
        if (before.isEmpty()) {
            return asked(accountId, symbol, doubt, 1, now);
        }
        Resync known = before.get();
        if (known.givenUpAt().isPresent()) {
            return known.difference().equals(doubt.difference())
                    ? known
                    : asked(accountId, symbol, doubt, known.attempt() + 1, now);
        }
        boolean came = collection.equals(known.runId());
        boolean overdue = known.requestedAt().plus(PATIENCE).isBefore(now);
        if (!came && !overdue) {
            return known;
        }
        // What is left is told as it is now: only if it changes again, somebody asks again.
        return new Resync(
                        accountId,
                        symbol,
                        doubt.difference(),
                        known.attempt(),
                        known.runId(),
                        doubt.from(),
                        doubt.to(),
                        known.requestedAt(),
                        Optional.empty())
                .givenUp(now);
    }

    private static Resync asked(String accountId, String symbol, Window doubt, long attempt, Instant now) {
        return new Resync(
                accountId,
                symbol,
                doubt.difference(),
                attempt,
                FuturesRequest.WINDOW + accountId + "-" + symbol + "-" + doubt.from() + "-" + doubt.to() + "-"
                        + attempt,
                doubt.from(),
                doubt.to(),
                now,
                Optional.empty());
    }

    /** The request for it; what the wallet lacks, or what was not read, may be of any contract, or of none. */
    static FuturesRequest request(Resync resync) {
        return new FuturesRequest(
                resync.runId(),
                List.of(resync.accountId()),
                resync.ofAll() ? List.of() : List.of(resync.symbol()),
                Optional.of(resync.from()),
                Optional.of(resync.to()));
    }
}
