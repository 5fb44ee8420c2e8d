package recon.ledger.completeness;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import recon.ledger.order.OrderKey;

/**
 * The quantity of an order was lowered (source: {@code GET /api/v3/order/amendments}).
 *
 * @param order which order
 * @param executionId the id of the report that told it ({@code executionId})
 * @param time when ({@code time}), UTC
 */
public record Amendment(OrderKey order, long executionId, Instant time) {
    public Amendment {
        requireNonNull(order, "order is null");
        requireNonNull(time, "time is null");
    }
}
