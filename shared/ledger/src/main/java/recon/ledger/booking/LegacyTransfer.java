package recon.ledger.booking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TransferLeg;

/**
 * A transfer as the older history shows it (source: {@code GET /sapi/v1/sub-account/sub/transfer/history}), where its ids
 * are not those of the universal one. Then it is booked under the id that it has there, and what the universal history
 * has as well is left out when the books are read: in whatever order both were read, and however much later.
 *
 * <p>This assumes that both histories state the same giver, receiver, wallet, asset, amount and creation time, to the
 * millisecond, of one transfer. Of several that are equal in all of it as many are left out as the universal history has.
 */
public final class LegacyTransfer {
    /** The name of the source. */
    public static final String SOURCE = "legacy-transfers";

    private LegacyTransfer() {}

    private record Moved(
            String accountId, Instant time, String part, String wallet, String asset, BigDecimal amount, String other) {
        static Moved of(Booking booking) {
            Leg leg = booking.legs().getFirst();
            return new Moved(
                    booking.accountId(),
                    booking.time(),
                    booking.part(),
                    leg.wallet().name(),
                    leg.asset(),
                    leg.amount().stripTrailingZeros(),
                    leg instanceof TransferLeg transfer ? transfer.details().counterParty() : "");
        }
    }

    /**
     * Bookings without those of the older history that repeat another one of them.
     *
     * @param bookings all of an account that are stamped with the same instants
     */
    public static List<Booking> unrepeated(List<Booking> bookings) {
        if (bookings.stream().noneMatch(LegacyTransfer::legacy)) {
            return bookings;
        }
        Map<Moved, Integer> universal = new HashMap<>();
        bookings.stream()
                .filter(booking -> booking.source().equals(UniversalTransfer.SOURCE))
                .forEach(booking -> universal.merge(Moved.of(booking), 1, Integer::sum));
        List<Booking> left = new ArrayList<>();
        for (Booking booking : bookings) {
            if (!legacy(booking) || universal.merge(Moved.of(booking), -1, Integer::sum) < 0) {
                left.add(booking);
            }
        }
        return List.copyOf(left);
    }

    private static boolean legacy(Booking booking) {
        return booking.source().equals(SOURCE);
    }
}
