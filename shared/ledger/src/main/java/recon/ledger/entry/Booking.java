package recon.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import recon.ledger.RawRef;

/**
 * All legs that one exchange row books in one account at one instant: stored as a whole or not at all.
 *
 * <p>A row can make several bookings: a transfer one in each account, a refused withdrawal one at the application and
 * one that takes it back. {@code (account, source, externalId, part)} is the key; writing it twice changes nothing.
 *
 * @param accountId the exchange's uid of the account whose wallets move
 * @param source the name of the source that books; one source books a movement, others only witness it
 * @param externalId the row's key at the exchange, unique within account and source
 * @param part tells apart the bookings of one row in one account, for instance {@code debit} and {@code reversal}
 * @param time when the movement counts: epoch milliseconds of the exchange, UTC
 * @param approximate true where the exchange gives no exact time of effect
 * @param matchId pairs the two sides of an internal transfer; empty elsewhere
 * @param raw the row it was derived from
 * @param legs the movements, at least one
 */
public record Booking(
        String accountId,
        String source,
        String externalId,
        String part,
        Instant time,
        boolean approximate,
        Optional<String> matchId,
        RawRef raw,
        List<Leg> legs) {
    public Booking {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(source, "source is null");
        requireNonNull(externalId, "externalId is null");
        requireNonNull(part, "part is null");
        requireNonNull(time, "time is null");
        requireNonNull(matchId, "matchId is null");
        requireNonNull(raw, "raw is null");
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("a booking without legs: " + source + " " + externalId);
        }
    }

    /** The same row, moved otherwise. */
    public Booking with(List<Leg> others) {
        return new Booking(accountId, source, externalId, part, time, approximate, matchId, raw, others);
    }

    /** The UTC day this booking counts in. */
    public LocalDate day() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
