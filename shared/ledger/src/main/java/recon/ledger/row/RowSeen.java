package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import recon.ledger.entry.Booking;

/**
 * One sighting of a row that changes its state, such as a deposit or a withdrawal.
 *
 * @param accountId the account whose key read it
 * @param source the name of the source
 * @param externalId the row's key at the exchange, unique within account and source
 * @param seenAt when the answer was received, on the exchange's clock
 * @param standing its state in that answer
 * @param bookings what stands in the books because of it, a reversal not included; none while nothing has moved
 */
public record RowSeen(
        String accountId, String source, String externalId, Instant seenAt, Standing standing, List<Booking> bookings)
        implements Observation {
    public RowSeen {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(source, "source is null");
        requireNonNull(externalId, "externalId is null");
        requireNonNull(seenAt, "seenAt is null");
        requireNonNull(standing, "standing is null");
        bookings = List.copyOf(bookings);
    }
}
