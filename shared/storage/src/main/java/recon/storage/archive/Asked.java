package recon.storage.archive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How a page was asked for: what its answer cannot be read without, and what neither the request nor the answer says.
 * Times are on the exchange's clock, UTC, and kept to the millisecond.
 *
 * @param sentAt when the request left
 * @param from the first millisecond of row times that the whole walk covers
 * @param to the last one, inclusive
 * @param email what people call the account whose key asked
 * @param main whether it was the main account
 * @param subAccounts for the main account: the emails of the sub-accounts whose books were kept, by uid
 * @param pageLimit the most rows that a page was to have
 * @param cursor where the walk stood
 * @param attributes of the task that asked
 */
public record Asked(
        Instant sentAt,
        Instant from,
        Instant to,
        String email,
        boolean main,
        Map<String, String> subAccounts,
        int pageLimit,
        Map<String, String> cursor,
        Map<String, String> attributes) {
    public Asked {
        sentAt = sentAt.truncatedTo(ChronoUnit.MILLIS);
        from = from.truncatedTo(ChronoUnit.MILLIS);
        to = to.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(email, "email is null");
        subAccounts = Map.copyOf(subAccounts);
        cursor = Map.copyOf(cursor);
        attributes = Map.copyOf(attributes);
    }
}
