package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import recon.ledger.position.row.PositionKey;

/**
 * An order that waits and would open a position where none is.
 *
 * @param key the position
 * @param direction of what it would open
 * @param orderId the order
 * @param orderType unknown ones kept
 * @param quantity of the base asset
 * @param time when it was placed, epoch milliseconds, UTC
 */
public record PendingPosition(
        PositionKey key, Direction direction, long orderId, String orderType, BigDecimal quantity, long time) {
    public PendingPosition {
        requireNonNull(key, "key is null");
        requireNonNull(direction, "direction is null");
        requireNonNull(orderType, "orderType is null");
        requireNonNull(quantity, "quantity is null");
    }
}
