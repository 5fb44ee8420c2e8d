package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Column;
import recon.ledger.entry.Leg;

/** The signed sums of one wallet's legs, by asset and column. */
final class Movements {
    private final Map<String, Map<Column, BigDecimal>> sums = new HashMap<>();

    private Movements() {}

    static Movements of(Wallet wallet, List<Booking> bookings) {
        Movements movements = new Movements();
        bookings.stream().flatMap(booking -> legs(booking, wallet)).forEach(movements::add);
        return movements;
    }

    static Stream<Leg> legs(Booking booking, Wallet wallet) {
        return booking.legs().stream().filter(leg -> leg.wallet().equals(wallet));
    }

    private void add(Leg leg) {
        sums.computeIfAbsent(leg.asset(), asset -> new EnumMap<>(Column.class))
                .merge(leg.column(), leg.amount(), BigDecimal::add);
    }

    Set<String> assets() {
        return sums.keySet();
    }

    BigDecimal in(String asset, Column column) {
        return sums.getOrDefault(asset, Map.of()).getOrDefault(column, BigDecimal.ZERO);
    }

    BigDecimal net(String asset) {
        return sums.getOrDefault(asset, Map.of()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
