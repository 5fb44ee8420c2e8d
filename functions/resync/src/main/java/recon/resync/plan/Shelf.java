package recon.resync.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What one source archived of one account on one UTC day.
 *
 * @param source its name
 * @param accountId the account; {@code exchange} or {@code all} where it is about none
 * @param day the day on which the answers came
 */
record Shelf(String source, String accountId, LocalDate day) {
    Shelf {
        requireNonNull(source, "source is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(day, "day is null");
    }
}
