package recon.ledger.witness;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.TransferIds;

/**
 * Compares the transfers that the master booked for a sub-account with what that sub-account itself saw. Each row
 * vouches for one other: by the transfer's id where the exchange shares it, else by asset, amount and time.
 */
public final class TransferWitness {
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private TransferWitness() {}

    /**
     * What only one side shows on {@code date}.
     *
     * @param bookings of the account, at least from a minute before the day to a minute after it
     * @param witnesses of the account, the same stretch
     */
    public static List<Discrepancy> compare(
            LocalDate date, List<Booking> bookings, List<WitnessRow> witnesses, LedgerSettings settings) {
        List<WitnessRow> unused = new ArrayList<>(witnesses);
        List<Discrepancy> notWitnessed = new ArrayList<>();
        for (Booking booking : bookings) {
            if (!booking.source().equals(UniversalTransfer.SOURCE)) {
                continue;
            }
            Optional<WitnessRow> vouching = unused.stream()
                    .filter(row -> vouches(row, booking, settings))
                    .findFirst();
            vouching.ifPresentOrElse(unused::remove, () -> notWitnessed.add(notWitnessed(booking)));
        }
        Stream<Discrepancy> notBooked = unused.stream().map(TransferWitness::notBooked);
        return Stream.concat(notWitnessed.stream(), notBooked)
                .filter(discrepancy -> dayOf(discrepancy.time()).equals(date))
                .toList();
    }

    private static boolean vouches(WitnessRow row, Booking booking, LedgerSettings settings) {
        Leg leg = booking.legs().getFirst();
        boolean sameId = settings.transferIds() == TransferIds.DISTINCT
                || row.externalId().equals(booking.externalId());
        return sameId
                && row.asset().equals(leg.asset())
                && same(row.amount(), leg.amount())
                && Duration.between(row.time(), booking.time()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    private static Discrepancy notWitnessed(Booking booking) {
        Leg leg = booking.legs().getFirst();
        return new Discrepancy(
                Discrepancy.Kind.NOT_WITNESSED,
                booking.accountId(),
                booking.source(),
                booking.externalId(),
                booking.time(),
                leg.asset(),
                leg.amount());
    }

    private static Discrepancy notBooked(WitnessRow row) {
        return new Discrepancy(
                Discrepancy.Kind.NOT_BOOKED,
                row.accountId(),
                row.source(),
                row.externalId(),
                row.time(),
                row.asset(),
                row.amount());
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
