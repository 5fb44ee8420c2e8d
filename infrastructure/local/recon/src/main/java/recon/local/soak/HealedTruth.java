package recon.local.soak;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Fill;
import recon.simulator.event.OrderStatus;
import recon.storage.execution.OrderRecord;
import recon.storage.watermark.Watermark;

/**
 * The books after healing against the truth: every fill once, every order as it stands, and what no source gives back
 * named one by one. An order that was rejected is in no list of the exchange: nobody can name its report if it was lost,
 * and it is left out.
 */
final class HealedTruth {
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final Kept kept;
    private final Map<ReportKey, ExecutionReport> emitted;
    private final Set<ReportKey> recorded;
    private final Findings findings;
    private final Map<String, Instant> since = new HashMap<>();

    HealedTruth(Kept kept, Map<ReportKey, ExecutionReport> emitted, Set<ReportKey> recorded, Findings findings) {
        this.kept = kept;
        this.emitted = emitted;
        this.recorded = recorded;
        this.findings = findings;
        for (Watermark mark : kept.marks()) {
            since.merge(mark.account(), mark.subscribedAt(), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /** @param orders every order as it stands at the exchange */
    void check(Map<OrderKey, ExecutionReport> orders) {
        everyFillIsThereOnce();
        everyOrderStandsAsItDoes(orders);
        whatIsLostIsNamed();
        for (String type : new String[] {"TRADE_UNKNOWN", "TRADE_DIFFERS", "TRADE_HEALED"}) {
            kept.open(type).forEach(error -> findings.add("an error stays open: " + error.id()));
        }
    }

    private void everyFillIsThereOnce() {
        Map<String, HealedFill> healed = new TreeMap<>();
        for (OrderRecord order : kept.orders()) {
            order.state()
                    .healed()
                    .forEach(trade -> healed(order.order(), trade)
                            .ifPresentOrElse(
                                    fill -> healed.put(order.order() + " " + trade, fill),
                                    () -> findings.add(
                                            "trade " + trade + " of " + order.order() + " is healed from nowhere")));
        }
        emitted.forEach((key, report) -> report.fill().ifPresent(fill -> {
            OrderKey order = new OrderKey(key.account(), key.symbol(), report.orderId());
            HealedFill ours = healed.remove(order + " " + fill.tradeId());
            if (ours != null && recorded.contains(key)) {
                findings.add("recorded and healed: " + key);
            } else if (ours != null) {
                difference(report, fill, ours)
                        .ifPresent(difference -> findings.add("healed wrongly: " + key + ": " + difference));
            } else if (!recorded.contains(key) && isOurs(key.account(), report.transactionTime())) {
                findings.add("a fill is neither recorded nor healed: " + key + " at "
                        + Instant.ofEpochMilli(report.transactionTime()));
            }
        }));
        healed.keySet().forEach(trade -> findings.add("healed, but never traded: " + trade));
    }

    private Optional<HealedFill> healed(OrderKey order, long trade) {
        LocalDate day = LocalDate.ofInstant(kept.now(), ZoneOffset.UTC);
        for (int back = 0; back < 4; back++) {
            for (HealedFill fill : kept.book().healed(order.account(), order.symbol(), day.minusDays(back))) {
                if (fill.tradeId() == trade && fill.order().equals(order)) {
                    return Optional.of(fill);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(ExecutionReport report, Fill truth, HealedFill ours) {
        Differences differences = new Differences();
        differences.same("time", Instant.ofEpochMilli(report.transactionTime()), ours.time());
        differences.same("quantity", truth.quantity(), ours.quantity());
        differences.same("quote", truth.quoteQuantity(), ours.quoteQuantity());
        differences.same("price", truth.price(), ours.price());
        differences.same("fee", truth.commission(), ours.fee());
        return differences.text();
    }

    private void everyOrderStandsAsItDoes(Map<OrderKey, ExecutionReport> orders) {
        Map<OrderKey, Map<String, BigDecimal>> fees = new HashMap<>();
        emitted.forEach((key, report) -> report.fill()
                .filter(fill -> fill.commission().signum() != 0)
                .ifPresent(fill -> fees.computeIfAbsent(
                                new OrderKey(key.account(), key.symbol(), report.orderId()), _ -> new TreeMap<>())
                        .merge(fill.commissionAsset(), fill.commission(), BigDecimal::add)));
        orders.forEach((key, truth) -> {
            Optional<OrderRecord> ours = kept.book().order(key);
            boolean unknowable = truth.status() == OrderStatus.REJECTED && ours.isEmpty();
            if (!unknowable && isOurs(key.account(), truth.placement().created())) {
                SameOrder.difference(truth, fees.getOrDefault(key, Map.of()), ours)
                        .ifPresent(difference -> findings.add("order " + key + ": " + difference));
            }
        });
    }

    private void whatIsLostIsNamed() {
        // What is younger may be on its way still, as far as the healing knows.
        long settled = kept.now().minus(SETTLING).toEpochMilli();
        Set<String> lost = new TreeSet<>();
        Set<String> settledLost = new TreeSet<>();
        emitted.forEach((key, report) -> {
            boolean nameable = report.execution() != Execution.TRADE && report.execution() != Execution.REJECTED;
            if (nameable && !recorded.contains(key) && isOurs(key.account(), report.transactionTime())) {
                lost.add(name(key, report));
                if (report.transactionTime() <= settled) {
                    settledLost.add(name(key, report));
                }
            }
        });
        Set<String> named = new TreeSet<>();
        kept.open("REPORT_LOST").forEach(error -> named.add(error.accountId() + " " + error.id()));
        settledLost.stream()
                .filter(one -> !named.contains(one))
                .forEach(one -> findings.add("lost and not named: " + one));
        named.stream().filter(one -> !lost.contains(one)).forEach(one -> findings.add("named and not lost: " + one));
    }

    private static String name(ReportKey key, ExecutionReport report) {
        String kind = report.execution() == Execution.REPLACED
                ? "REPLACED/" + report.transactionTime() + "-" + report.executionId()
                : report.execution().name();
        return key.account() + " REPORT_LOST/" + key.symbol() + "/" + report.orderId() + "/" + kind;
    }

    /** What was before anybody listened was not promised to be heard. */
    private boolean isOurs(String account, long ms) {
        Instant from = since.get(account);
        return from != null && !Instant.ofEpochMilli(ms).isBefore(from);
    }
}
