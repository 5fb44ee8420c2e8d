package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import recon.ledger.entry.Booking;
import recon.ledger.row.Final;
import recon.ledger.row.Observation;

/**
 * What one reply holds.
 *
 * @param observations what it means for the books; rows that mean nothing leave none
 * @param rows how many rows the reply has
 * @param next where to go on
 */
public record Page(List<Observation> observations, int rows, Cursor next) {
    public Page {
        observations = List.copyOf(observations);
        requireNonNull(next, "next is null");
    }

    /** The bookings of its rows that never change, such as fills, in their order. */
    public List<Booking> bookings() {
        return observations.stream()
                .flatMap(observation ->
                        observation instanceof Final(Booking booking) ? Stream.of(booking) : Stream.<Booking>empty())
                .toList();
    }
}
