package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;

/**
 * All that matters of the sightings of one row, whatever the order they arrive in.
 *
 * @param latest the newest sighting
 * @param lastPending the newest moment at which the row was still pending
 */
public record RowHistory(RowSeen latest, Optional<Instant> lastPending) {
    public RowHistory {
        requireNonNull(latest, "latest is null");
        requireNonNull(lastPending, "lastPending is null");
    }

    /** The history of a row seen for the first time. */
    public static RowHistory of(RowSeen first) {
        return new RowHistory(first, pendingAt(first));
    }

    /** This history and one more sighting; the same for any order of the sightings. */
    public RowHistory and(RowSeen seen) {
        return new RowHistory(
                seen.seenAt().isBefore(latest.seenAt()) ? latest : seen,
                Stream.concat(lastPending.stream(), pendingAt(seen).stream()).max(Instant::compareTo));
    }

    /**
     * What the row books now. The exchange does not say when it gave a refused row back, only that it did so between
     * the last sighting as pending and the first as refused. The reversal stands at the full hour that follows the last
     * sighting as pending, or at the booking it takes back if that is later: the very moment at which we happened to look
     * must not show in the books. It is marked approximate.
     */
    public List<Booking> bookings() {
        return switch (latest.standing()) {
            case PENDING, SETTLED -> latest.bookings();
            case REFUSED ->
                latest.bookings().stream()
                        .flatMap(booked -> Stream.of(booked, reversal(booked)))
                        .toList();
        };
    }

    private Booking reversal(Booking booked) {
        Instant time = lastPending
                .map(this::afterPending)
                .filter(booked.time()::isBefore)
                .orElse(booked.time());
        return new Booking(
                booked.accountId(),
                booked.source(),
                booked.externalId(),
                booked.part() + "-reversal",
                time,
                true,
                booked.matchId(),
                booked.raw(),
                booked.legs().stream().map(Leg::reversed).toList());
    }

    /** The full hour that follows, unless the row was seen refused before that. */
    private Instant afterPending(Instant pending) {
        Instant hour = pending.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return hour.isAfter(latest.seenAt()) ? pending : hour;
    }

    private static Optional<Instant> pendingAt(RowSeen seen) {
        return seen.standing() == Standing.PENDING ? Optional.of(seen.seenAt()) : Optional.empty();
    }
}
