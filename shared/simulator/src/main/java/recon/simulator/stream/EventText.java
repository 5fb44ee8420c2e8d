package recon.simulator.stream;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import recon.simulator.event.AccountEvent;
import recon.simulator.event.AccountPosition;
import recon.simulator.event.BalanceUpdate;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Fill;
import recon.simulator.event.ListStatus;
import recon.simulator.event.Placement;
import recon.simulator.event.Prevention;
import recon.simulator.world.Holding;

/**
 * Writes events as JSON. Names, ids and numbers are the exchange's own and need no escaping.
 */
final class EventText {
    private static final int SCALE = 8;
    private static final String ZERO = "0.00000000";

    private final StringBuilder json = new StringBuilder(700);
    private final int perMs;

    private EventText(int perMs) {
        this.perMs = perMs;
    }

    /**
     * The event object.
     *
     * @param perMs 1 for times in milliseconds, 1,000 for microseconds
     * @param holdings what a position shows; read only for one
     */
    static String of(AccountEvent event, int perMs, List<Holding> holdings) {
        EventText text = new EventText(perMs);
        text.json.append("{\"e\":\"").append(event.type()).append('"');
        text.time("E", event.eventTime());
        switch (event) {
            case ExecutionReport report -> text.report(report);
            case AccountPosition position -> text.position(position, holdings);
            case BalanceUpdate update -> text.update(update);
            case ListStatus list -> text.list(list);
        }
        return text.json.append('}').toString();
    }

    /** An event that is nothing but its type and time. */
    static String bare(String type, long ms, int perMs) {
        return "{\"e\":\"" + type + "\",\"E\":" + ms * perMs + "}";
    }

    /** The frame that carries an event. */
    static String frame(int subscription, String event) {
        return "{\"subscriptionId\":" + subscription + ",\"event\":" + event + "}";
    }

    private void report(ExecutionReport report) {
        Placement order = report.placement();
        Optional<Fill> fill = report.fill();
        text("s", order.symbol());
        text("c", report.clientOrderId());
        text("S", side(order));
        text("o", order.type());
        text("f", order.timeInForce());
        money("q", report.quantity());
        money("p", order.price());
        money("P", order.stopPrice());
        text("F", ZERO);
        number("g", order.listId());
        text("C", report.originalClientOrderId());
        text("x", report.execution().name());
        text("X", report.status().name());
        text("r", report.rejectReason());
        number("i", order.orderId());
        text("l", fill.map(Fill::quantity).map(EventText::padded).orElse(ZERO));
        money("z", report.filled());
        text("L", fill.map(Fill::price).map(EventText::padded).orElse(ZERO));
        text("n", fill.map(Fill::commission).map(EventText::padded).orElse("0"));
        fill.ifPresentOrElse(trade -> text("N", trade.commissionAsset()), () -> key("N").append("null"));
        time("T", report.transactionTime());
        number("t", fill.map(Fill::tradeId).orElse(-1L));
        report.prevention().ifPresent(this::prevention);
        number("I", report.executionId());
        flag("w", report.onBook());
        flag("m", fill.map(Fill::maker).orElse(false));
        flag("M", fill.isPresent());
        time("O", order.created());
        money("Z", report.quoteFilled());
        text("Y", fill.map(Fill::quoteQuantity).map(EventText::padded).orElse(ZERO));
        money("Q", order.quoteQuantity());
        report.workingTime().ifPresent(ms -> time("W", ms));
        text("V", order.preventionMode());
        order.trailingDelta().ifPresent(delta -> {
            number("d", delta);
            time("D", order.created());
        });
        order.strategyId().ifPresent(id -> {
            number("j", id);
            number("J", Placement.STRATEGY_TYPE);
        });
        report.expiryReason().ifPresent(reason -> text("eR", reason));
    }

    private void prevention(Prevention prevention) {
        number("v", prevention.matchId());
        money("A", prevention.quantity());
        money("B", prevention.quantity());
        number("u", prevention.tradeGroupId());
        number("U", prevention.counterOrderId());
        money("pl", prevention.quantity());
        money("pL", prevention.price());
        money("pY", prevention.quoteQuantity());
    }

    private void position(AccountPosition position, List<Holding> holdings) {
        time("u", position.updateTime());
        key("B").append('[');
        for (int i = 0; i < position.assets().size(); i++) {
            String asset = position.assets().get(i);
            Holding held = holdings.stream()
                    .filter(holding -> holding.asset().equals(asset))
                    .findFirst()
                    .orElse(new Holding(asset, BigDecimal.ZERO, BigDecimal.ZERO));
            json.append(i == 0 ? "{\"a\":\"" : ",{\"a\":\"").append(asset).append('"');
            money("f", held.free());
            money("l", held.locked());
            json.append('}');
        }
        json.append(']');
    }

    private void update(BalanceUpdate update) {
        text("a", update.asset());
        money("d", update.delta());
        time("T", update.clearTime());
    }

    private void list(ListStatus list) {
        text("s", list.symbol());
        number("g", list.listId());
        text("c", "OCO");
        text("l", list.done() ? "ALL_DONE" : "EXEC_STARTED");
        text("L", list.done() ? "ALL_DONE" : "EXECUTING");
        text("r", "NONE");
        text("C", list.clientListId());
        time("T", list.time());
        key("O").append('[');
        for (int i = 0; i < list.orders().size(); i++) {
            Placement order = list.orders().get(i);
            json.append(i == 0 ? "{\"s\":\"" : ",{\"s\":\"")
                    .append(order.symbol())
                    .append('"');
            number("i", order.orderId());
            text("c", order.clientOrderId());
            json.append('}');
        }
        json.append(']');
    }

    private static String side(Placement order) {
        return order.buy() ? "BUY" : "SELL";
    }

    private static String padded(BigDecimal amount) {
        return amount.setScale(SCALE).toPlainString();
    }

    private void money(String name, BigDecimal amount) {
        text(name, padded(amount));
    }

    private void text(String name, String value) {
        key(name).append('"').append(value).append('"');
    }

    private void number(String name, long value) {
        key(name).append(value);
    }

    private void time(String name, long ms) {
        key(name).append(ms * perMs);
    }

    private void flag(String name, boolean value) {
        key(name).append(value);
    }

    private StringBuilder key(String name) {
        return json.append(",\"").append(name).append("\":");
    }
}
