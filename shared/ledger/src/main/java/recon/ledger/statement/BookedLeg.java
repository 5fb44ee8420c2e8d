package recon.ledger.statement;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import recon.ledger.booking.Deposit;
import recon.ledger.booking.Withdrawal;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;

/**
 * One movement of the books, to be found in a statement.
 *
 * @param booking what it belongs to
 * @param leg the movement
 */
public record BookedLeg(Booking booking, Leg leg) {
    /** The two sides of one movement are stamped by different parts of the exchange. */
    private static final Duration USUAL = Duration.ofSeconds(2);

    /** Between the application for a withdrawal, or the first sight of a deposit, and its end lie hours. */
    private static final Duration LONG = Duration.ofDays(1);

    public BookedLeg {
        requireNonNull(booking, "booking is null");
        requireNonNull(leg, "leg is null");
    }

    /** How far from the time in the books a statement may show the same amount. */
    Duration leeway() {
        boolean drawnOut = booking.approximate()
                || booking.source().equals(Withdrawal.SOURCE)
                || booking.source().equals(Deposit.SOURCE);
        return drawnOut ? LONG : USUAL;
    }
}
