package recon.reconcile.witness;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import recon.ledger.booking.Deposit;
import recon.ledger.entry.Booking;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.witness.Discrepancy;
import recon.ledger.witness.Witnesses;
import recon.storage.ledger.LedgerTable;

/** What only one of two sources shows of a day of an account; without a witness nothing speaks. */
public final class Discrepancies {
    /** The master's view of the deposits of its sub-accounts. */
    private static final String SUB_DEPOSITS = "sub-deposits";

    private static final Duration AROUND = Duration.ofMinutes(1);

    private final LedgerTable ledger;
    private final LedgerSettings settings;

    public Discrepancies(LedgerTable ledger, LedgerSettings settings) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** Compares the day's bookings with its witnesses. */
    public List<Discrepancy> of(String account, LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(AROUND);
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(AROUND);
        List<WitnessRow> witnesses = ledger.witnesses(account, from, to);
        if (witnesses.isEmpty()) {
            return List.of();
        }
        List<Booking> booked = ledger.bookings(account, from, to);
        return Stream.concat(
                        Witnesses.compare(day, booked, witnesses, settings).stream(),
                        witnesses.stream()
                                .filter(row -> row.source().equals(SUB_DEPOSITS))
                                .filter(row -> LocalDate.ofInstant(row.time(), ZoneOffset.UTC)
                                        .equals(day))
                                .filter(row -> !credited(row))
                                .map(row -> Discrepancy.notBooked(row)))
                .toList();
    }

    /** The master does not see when a deposit was credited: only its id can be looked for. */
    private boolean credited(WitnessRow row) {
        return ledger.booked(row.accountId(), Deposit.SOURCE, row.externalId())
                .filter(bookings -> !bookings.isEmpty())
                .isPresent();
    }
}
