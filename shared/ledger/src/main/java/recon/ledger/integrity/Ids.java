package recon.ledger.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.ledger.booking.SpotFill;
import recon.ledger.entry.Booking;
import recon.ledger.integrity.Finding.Kind;

/** Ids that the exchange counts up, and that stand for one thing each. */
final class Ids {
    /** Their trades are numbered by the symbol, for all traders and wallets together. */
    private static final Set<String> NUMBERED = Set.of(SpotFill.SOURCE, "margin-trades");

    private record Part(String source, String externalId, String part) {}

    private record Market(String source, String symbol) {}

    private Ids() {}

    /** The place of a booking holds its time: one that moved without the old one being taken away stands twice. */
    static List<Finding> twice(List<Booking> bookings) {
        Set<Part> known = new HashSet<>();
        return bookings.stream()
                .filter(booking -> !known.add(new Part(booking.source(), booking.externalId(), booking.part())))
                .map(booking -> DayIntegrity.about(
                        booking,
                        Kind.ID_TWICE,
                        "is booked twice, at different times",
                        booking.raw().key()))
                .toList();
    }

    /** Gaps between ids say nothing: all traders share them. */
    static List<Finding> outOfOrder(List<Booking> bookings) {
        Map<Market, List<Booking>> markets = new HashMap<>();
        bookings.stream()
                .filter(booking -> NUMBERED.contains(booking.source()))
                .forEach(booking -> markets.computeIfAbsent(
                                new Market(booking.source(), key(booking).symbol()), _ -> new ArrayList<>())
                        .add(booking));
        List<Finding> found = new ArrayList<>();
        for (List<Booking> market : markets.values()) {
            market.sort(Comparator.comparingLong(Ids::tradeId).thenComparing(Booking::time));
            for (int i = 1; i < market.size(); i++) {
                if (market.get(i).time().isBefore(market.get(i - 1).time())) {
                    found.add(DayIntegrity.about(
                            market.get(i),
                            Kind.ID_OUT_OF_ORDER,
                            "is earlier than the trade of its symbol with the id before it",
                            market.get(i).raw().key()));
                }
            }
        }
        return found;
    }

    private static long tradeId(Booking booking) {
        return key(booking).id();
    }

    private static SpotFill.Key key(Booking booking) {
        return SpotFill.key(booking.externalId());
    }
}
