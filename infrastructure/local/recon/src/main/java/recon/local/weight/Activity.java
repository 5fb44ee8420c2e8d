package recon.local.weight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import recon.simulator.Truth;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;

/**
 * Where an account traded and ordered, as the exchange knows it, by the day whose run has to read it: up to the capture
 * that ends the day, two minutes after midnight, because what moved the wallet between midnight and the capture has to
 * be known to carry it back.
 */
final class Activity {
    private static final Duration CAPTURED = Duration.ofMinutes(2);

    private final Truth truth;
    private final String uid;
    /** Trades by day and symbol. */
    private final Map<LocalDate, Map<String, Long>> trades = new TreeMap<>();
    /** Orders that were taken or changed, by day and symbol. */
    private final Map<LocalDate, Map<String, Set<Long>>> orders = new TreeMap<>();

    /** All until then; an order that was turned away is in no list. */
    Activity(Truth truth, String uid, Instant until) {
        this.truth = truth;
        this.uid = uid;
        for (ExecutionReport report : truth.reports(uid, Instant.EPOCH, until)) {
            Instant time = Instant.ofEpochMilli(report.transactionTime());
            LocalDate day = LocalDate.ofInstant(time.minus(CAPTURED), ZoneOffset.UTC);
            if (report.fill().isPresent()) {
                trades.computeIfAbsent(day, _ -> new TreeMap<>()).merge(report.symbol(), 1L, Long::sum);
            }
            if (report.execution() != Execution.REJECTED) {
                orders.computeIfAbsent(day, _ -> new TreeMap<>())
                        .computeIfAbsent(report.symbol(), _ -> new HashSet<>())
                        .add(report.orderId());
            }
        }
    }

    /** How many trades the run of a day has to read, by symbol. */
    Map<String, Long> trades(LocalDate day) {
        return trades.getOrDefault(day, Map.of());
    }

    /** How many there were for the run of that day and those before, by symbol. */
    Map<String, Long> tradesUntil(LocalDate last) {
        Map<String, Long> all = new HashMap<>();
        trades.forEach((day, symbols) -> {
            if (!day.isAfter(last)) {
                symbols.forEach((symbol, rows) -> all.merge(symbol, rows, Long::sum));
            }
        });
        return all;
    }

    /** How many orders the run of a day has to read, by symbol: taken, changed, or open when the last run read them. */
    Map<String, Long> orders(LocalDate day) {
        Map<String, Set<Long>> due = new TreeMap<>();
        orders.getOrDefault(day, Map.of())
                .forEach((symbol, ids) ->
                        due.computeIfAbsent(symbol, _ -> new HashSet<>()).addAll(ids));
        truth.orders(uid, day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(CAPTURED)).stream()
                .filter(order -> !order.status().ended())
                .forEach(order -> due.computeIfAbsent(order.symbol(), _ -> new HashSet<>())
                        .add(order.orderId()));
        return counted(due);
    }

    /** How many orders there were for the run of that day and those before, by symbol. */
    Map<String, Long> ordersUntil(LocalDate last) {
        Map<String, Set<Long>> all = new TreeMap<>();
        orders.forEach((day, symbols) -> {
            if (!day.isAfter(last)) {
                symbols.forEach((symbol, ids) ->
                        all.computeIfAbsent(symbol, _ -> new HashSet<>()).addAll(ids));
            }
        });
        return counted(all);
    }

    private static Map<String, Long> counted(Map<String, Set<Long>> orders) {
        Map<String, Long> counted = new TreeMap<>();
        orders.forEach((symbol, ids) -> counted.put(symbol, (long) ids.size()));
        return counted;
    }
}
