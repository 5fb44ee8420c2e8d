package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import recon.ledger.RawRef;

/**
 * An order as it stood when the exchange was asked for it (source: {@code GET /api/v3/allOrders} and {@code openOrders}).
 * It tells how an order ended whose reports were missed; it does not tell what happened on the way.
 *
 * @param order which order
 * @param status how it stood ({@code status}), kept as it came
 * @param terms what was ordered; {@code quantity} as last amended
 * @param filled how far it was filled ({@code executedQty}, {@code cummulativeQuoteQty})
 * @param preventedQuantity kept from trading by self-trade prevention, base asset ({@code preventedQuantity}); else 0
 * @param expiryReason ({@code expiryReason}); the empty text for none
 * @param updatedAt when it last changed ({@code updateTime}), UTC
 * @param raw the archived row
 */
public record OrderSighting(
        OrderKey order,
        String status,
        OrderTerms terms,
        Filled filled,
        BigDecimal preventedQuantity,
        String expiryReason,
        Instant updatedAt,
        RawRef raw) {
    /** The later of two says more; equal ones say the same. */
    static final Comparator<OrderSighting> LATER = Comparator.comparing(OrderSighting::closed)
            .thenComparing(OrderSighting::updatedAt)
            .thenComparing(sighting -> sighting.filled().quantity());

    public OrderSighting {
        requireNonNull(order, "order is null");
        requireNonNull(status, "status is null");
        requireNonNull(terms, "terms is null");
        requireNonNull(filled, "filled is null");
        preventedQuantity = Amounts.plain(preventedQuantity);
        requireNonNull(expiryReason, "expiryReason is null");
        requireNonNull(updatedAt, "updatedAt is null");
        requireNonNull(raw, "raw is null");
    }

    /** Whether nothing more happens to the order. Unknown states are open. */
    public boolean closed() {
        return Execution.closes(status);
    }
}
