package recon.local.demo;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import recon.binance.spotorders.SpotOrders;
import recon.ledger.order.OrderKey;
import recon.local.machine.Machine;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.OrderStatus;
import recon.simulator.event.Placement;
import recon.storage.execution.ExecutionTables;
import recon.storage.watermark.Watermark;
import recon.storage.watermark.Watermarks;

/**
 * The orders of an account: what the archive shows is what the exchange knows, and an order that it does not show has its
 * reason. It was rejected, and the exchange lists none of those; or nothing was traded in its symbol and nothing told of it
 * since somebody listened, so that nobody asked. The books know each that is shown, but for what had ended before anybody
 * listened: no report of it was ever missed.
 */
final class OrdersKept {
    private static final Pattern SYMBOL = Pattern.compile("[?&]symbol=([^&]+)");
    /** An answer is a little older than its arrival. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final SimulatedAccount account;
    private final Simulator exchange;
    private final List<KeptAnswer> answers;
    private final ExecutionTables tables;
    private final Instant since;
    private final Map<Instant, Map<String, ExecutionReport>> truths = new HashMap<>();

    private OrdersKept(
            SimulatedAccount account,
            Simulator exchange,
            List<KeptAnswer> answers,
            ExecutionTables tables,
            Instant since) {
        this.account = account;
        this.exchange = exchange;
        this.answers = answers;
        this.tables = tables;
        this.since = since;
    }

    static OrdersKept of(SimulatedAccount account, Simulator exchange, Machine machine) {
        return new OrdersKept(
                account,
                exchange,
                KeptAnswer.of(SpotOrders.NAME, account.uid(), machine),
                new ExecutionTables(machine.clients(), machine.aws()),
                new Watermarks(machine.clients(), machine.aws())
                        .list(account.uid()).stream()
                                .map(Watermark::subscribedAt)
                                .min(Instant::compareTo)
                                .orElseThrow());
    }

    /**
     * Compares.
     *
     * @param until orders that were placed later are left to later days
     * @return the symbols whose orders nobody asked for, with good reason
     */
    Set<String> assertKept(Instant until) {
        Set<String> archived = new TreeSet<>();
        Set<String> asked = new HashSet<>();
        Set<OrderKey> known = new HashSet<>();
        for (KeptAnswer answer : answers) {
            asked.add(symbol(answer));
            for (JsonNode row : answer.body()) {
                assertTrue(row, answer.receivedAt());
                archived.add(key(row.get("symbol").asText(), row.get("orderId").asLong()));
                if (ours(row)) {
                    known.add(new OrderKey(
                            account.uid(),
                            row.get("symbol").asText(),
                            row.get("orderId").asLong()));
                }
            }
        }
        assertThat(known)
                .as("orders of " + account.email() + " in the books")
                .isNotEmpty()
                .allMatch(order -> tables.order(order).isPresent());
        Map<String, ExecutionReport> all = truth(until.minusMillis(1));
        Set<String> missing = new TreeSet<>(all.keySet());
        missing.removeAll(archived);

        Set<String> quiet = quiet(asked, until);
        assertThat(missing)
                .as("orders of " + account.email() + " that are not in the archive")
                .isEqualTo(all.entrySet().stream()
                        .filter(order -> order.getValue().status() == OrderStatus.REJECTED
                                || quiet.contains(order.getValue().symbol()))
                        .map(Map.Entry::getKey)
                        .collect(toCollection(TreeSet::new)));
        return quiet;
    }

    /** The row is the order as it stood after its last change, and no change before the answer is left out. */
    private void assertTrue(JsonNode row, Instant receivedAt) {
        String order = key(row.get("symbol").asText(), row.get("orderId").asLong());
        Instant changed = Instant.ofEpochMilli(row.get("updateTime").asLong());
        ExecutionReport truth = Objects.requireNonNull(truth(changed).get(order), order);
        Placement placement = truth.placement();
        assertThat(row.get("clientOrderId").asText()).as(order).isEqualTo(truth.orderName());
        assertThat(row.get("status").asText())
                .as(order)
                .isEqualTo(truth.status().name());
        assertThat(row.get("side").asText()).as(order).isEqualTo(placement.buy() ? "BUY" : "SELL");
        assertThat(row.get("type").asText()).as(order).isEqualTo(placement.type());
        assertThat(row.get("time").asLong()).as(order).isEqualTo(placement.created());
        assertThat(amount(row, "price")).as(order).isEqualByComparingTo(placement.price());
        assertThat(amount(row, "origQty")).as(order).isEqualByComparingTo(truth.quantity());
        assertThat(amount(row, "executedQty")).as(order).isEqualByComparingTo(truth.filled());
        assertThat(amount(row, "cummulativeQuoteQty")).as(order).isEqualByComparingTo(truth.quoteFilled());
        ExecutionReport last = truth(receivedAt.minus(ON_ITS_WAY)).getOrDefault(order, truth);
        assertThat(last.transactionTime()).as(order).isLessThanOrEqualTo(changed.toEpochMilli());
    }

    private boolean ours(JsonNode row) {
        return !OrderStatus.valueOf(row.get("status").asText()).ended()
                || row.get("updateTime").asLong() >= since.toEpochMilli();
    }

    private static BigDecimal amount(JsonNode row, String field) {
        return new BigDecimal(row.get(field).asText());
    }

    /** The symbols that nobody asked for because nothing was traded there and nothing told. */
    private Set<String> quiet(Set<String> asked, Instant until) {
        Set<String> loud = new HashSet<>(exchange.truth().tradedSymbols(account.uid(), until));
        exchange.streams().deliveries().all().stream()
                .filter(delivery -> delivery.uid().equals(account.uid()))
                .flatMap(delivery ->
                        delivery.event() instanceof ExecutionReport report ? Stream.of(report) : Stream.empty())
                .filter(report -> report.transactionTime() < until.toEpochMilli())
                // What was turned away at once is in no list, so that nobody asks because of it.
                .filter(report -> report.execution() != Execution.REJECTED)
                .forEach(report -> loud.add(report.symbol()));
        Set<String> quiet = new HashSet<>();
        truth(until.minusMillis(1)).values().stream()
                .map(ExecutionReport::symbol)
                .filter(symbol -> !asked.contains(symbol) && !loud.contains(symbol))
                .forEach(quiet::add);
        return quiet;
    }

    private Map<String, ExecutionReport> truth(Instant at) {
        return truths.computeIfAbsent(at, then -> {
            Map<String, ExecutionReport> orders = new HashMap<>();
            exchange.truth()
                    .orders(account.uid(), then)
                    .forEach(order -> orders.put(key(order.symbol(), order.orderId()), order));
            return orders;
        });
    }

    private static String symbol(KeptAnswer answer) {
        Matcher named = SYMBOL.matcher(answer.request());
        assertThat(named.find()).as(answer.request()).isTrue();
        return URLDecoder.decode(named.group(1), StandardCharsets.UTF_8);
    }

    private static String key(String symbol, long orderId) {
        return symbol + " " + orderId;
    }
}
