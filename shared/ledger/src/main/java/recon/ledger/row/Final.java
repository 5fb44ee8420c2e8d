package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.entry.Booking;

/**
 * A row that never changes, such as a fill: one booking, once and for all.
 *
 * @param booking what it books
 */
public record Final(Booking booking) implements Observation {
    public Final {
        requireNonNull(booking, "booking is null");
    }
}
