package recon.storage.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.order.Execution;
import recon.ledger.order.Fill;
import recon.ledger.order.Filled;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderSighting;
import recon.ledger.order.OrderTerms;
import recon.ledger.order.Prevention;
import recon.storage.execution.ReportedExecution;
import recon.storage.execution.SightedOrder;

/** Executions in few words. */
public final class Reported {
    /** When the orders were created. */
    public static final Instant CREATED = Instant.parse("2026-01-05T10:00:00Z");

    private Reported() {}

    public static OrderKey order(long id) {
        return new OrderKey("7", "ABCUSDT", id);
    }

    /** An order came onto the book. */
    public static ReportedExecution placed(long order, long id) {
        return of(order, id, "NEW", "NEW", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** A trade of {@code quantity} at a price of 2 and for a fee, after which {@code filled} is filled. */
    public static ReportedExecution trade(long order, long id, String quantity, String fee, String filled) {
        return of(
                order,
                id,
                "TRADE",
                "PARTIALLY_FILLED",
                new BigDecimal(quantity),
                new BigDecimal(fee),
                new BigDecimal(filled));
    }

    /** The trade of the execution with that id, as the exchange lists it. */
    public static HealedFill missed(long order, long id, String quantity, String fee) {
        BigDecimal price = new BigDecimal("2");
        return new HealedFill(
                order(order),
                id,
                CREATED.plusMillis(id),
                new BigDecimal(quantity),
                new BigDecimal(quantity).multiply(price),
                price,
                new BigDecimal(fee),
                "BNB",
                new RawRef("raw/trades.json.gz", 0));
    }

    /** An order as the exchange lists it a second after it was created. */
    public static SightedOrder listed(long order, String status, String filled) {
        BigDecimal quantity = new BigDecimal(filled);
        return new SightedOrder(
                new OrderSighting(
                        order(order),
                        status,
                        terms(order),
                        new Filled(quantity, quantity.multiply(new BigDecimal("2"))),
                        BigDecimal.ZERO,
                        "",
                        CREATED.plusSeconds(1),
                        new RawRef("raw/orders.json.gz", 0)),
                "ABC",
                "USDT");
    }

    private static OrderTerms terms(long order) {
        return new OrderTerms(
                "bot-" + order,
                Optional.empty(),
                "BUY",
                "LIMIT",
                "GTC",
                new BigDecimal("10"),
                new BigDecimal("2"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CREATED,
                Optional.of(CREATED));
    }

    private static ReportedExecution of(
            long order, long id, String kind, String status, BigDecimal quantity, BigDecimal fee, BigDecimal filled) {
        BigDecimal price = new BigDecimal("2");
        boolean traded = quantity.signum() != 0;
        Fill fill = new Fill(
                quantity,
                quantity.multiply(price),
                price,
                fee,
                traded ? "BNB" : "",
                traded ? Optional.of(id) : Optional.empty(),
                true);
        Execution execution = new Execution(
                order(order),
                id,
                kind,
                status,
                CREATED.plusMillis(id),
                terms(order),
                fill,
                new Filled(filled, filled.multiply(price)),
                Prevention.NONE,
                "",
                "",
                Map.of("V", "EXPIRE_MAKER"));
        return new ReportedExecution(
                execution,
                "ABC",
                "USDT",
                CREATED.plusMillis(id + 1),
                CREATED.plusMillis(id + 20),
                new RawRef("raw/test.json.gz", 0));
    }
}
