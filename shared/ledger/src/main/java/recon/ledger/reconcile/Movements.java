package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** All that moved. */
    Set<Held> held() {
        return sums.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().keySet().stream().map(column -> new Held(entry.getKey(), column.measure())))
                .collect(Collectors.toSet());
    }

    BigDecimal in(String asset, Column column) {
        return sums.getOrDefault(asset, Map.of()).getOrDefault(column, BigDecimal.ZERO);
    }

    BigDecimal net(Held held) {
        return sums.getOrDefault(held.asset(), Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().measure() == held.measure())
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
