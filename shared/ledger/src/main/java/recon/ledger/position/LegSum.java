package recon.ledger.position;

import java.math.BigDecimal;
import recon.ledger.position.row.FuturesFill;

/** A leg in the making. */
final class LegSum {
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal notional = BigDecimal.ZERO;
    private long firstTime;
    private long lastTime;
    private long firstOrderId;
    private long lastOrderId;
    private String firstType = "";
    private String lastType = "";

    /** @param part of the fill's quantity */
    void add(FuturesFill fill, BigDecimal part, String orderType) {
        if (quantity.signum() == 0) {
            firstTime = fill.time();
            firstOrderId = fill.orderId();
            firstType = orderType;
        }
        quantity = quantity.add(part);
        notional = notional.add(fill.price().multiply(part));
        lastTime = fill.time();
        lastOrderId = fill.orderId();
        lastType = orderType;
    }

    boolean empty() {
        return quantity.signum() == 0;
    }

    long lastTime() {
        return lastTime;
    }

    long lastOrderId() {
        return lastOrderId;
    }

    LifecycleLeg leg() {
        return new LifecycleLeg(
                quantity, notional, firstTime, lastTime, firstOrderId, lastOrderId, firstType, lastType);
    }
}
