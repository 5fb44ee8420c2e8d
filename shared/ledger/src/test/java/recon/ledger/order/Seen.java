package recon.ledger.order;

import static recon.ledger.order.Happened.d;

import java.math.BigDecimal;
import java.util.Optional;
import recon.ledger.RawRef;

/** What the exchange lists of the order of {@link Happened} and of its trades, in few words. */
public final class Seen {
    public static final OrderKey ORDER = Happened.ORDER;

    private Seen() {}

    /** The order, of {@code quantity} by then, so many seconds after its creation. */
    public static OrderSighting order(String status, String quantity, String filled, String quote, int second) {
        return order("GTC", status, quantity, filled, quote, second);
    }

    public static OrderSighting order(
            String timeInForce, String status, String quantity, String filled, String quote, int second) {
        OrderTerms terms = new OrderTerms(
                "bot-77",
                Optional.empty(),
                "BUY",
                "LIMIT",
                timeInForce,
                d(quantity),
                d("12"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Happened.CREATED,
                Optional.of(Happened.CREATED));
        return new OrderSighting(
                ORDER,
                status,
                terms,
                new Filled(d(filled), d(quote)),
                BigDecimal.ZERO,
                "",
                Happened.CREATED.plusSeconds(second),
                new RawRef("raw/orders.json.gz", second));
    }

    /** The trade of the execution with that id. */
    public static HealedFill trade(long executionId, String quantity, String price, String fee, String asset) {
        return new HealedFill(
                ORDER,
                100 + executionId,
                Happened.CREATED.plusSeconds(executionId),
                d(quantity),
                d(quantity).multiply(d(price)),
                d(price),
                d(fee),
                asset,
                new RawRef("raw/trades.json.gz", 0));
    }

    public static Execution placed() {
        return new Happened(1, "NEW", "NEW").with("5", "0", "0");
    }

    public static Execution reported(long id, String kind, String status, String quantity) {
        return new Happened(id, kind, status).with(quantity, "0", "0");
    }

    public static Execution traded(long id, String status, String quantity, String price, String fee, String asset) {
        return new Happened(id, "TRADE", status).trade("5", quantity, price, fee, asset, quantity, "0");
    }
}
