package recon.simulator.futures;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A conditional order as it stands at an instant.
 *
 * @param placement what it was placed with
 * @param status where it stands
 * @param updated when it came to stand so, epoch ms of the exchange's clock
 * @param triggered when it was triggered, epoch ms; 0 if it was not
 * @param actualOrderId of the order that it became
 * @param actualPrice at which that order was filled; zero if it was not
 */
public record AlgoState(
        AlgoPlacement placement,
        Status status,
        long updated,
        long triggered,
        OptionalLong actualOrderId,
        BigDecimal actualPrice) {
    public AlgoState {
        requireNonNull(placement, "placement is null");
        requireNonNull(status, "status is null");
        requireNonNull(actualOrderId, "actualOrderId is null");
        requireNonNull(actualPrice, "actualPrice is null");
    }

    /** Where a conditional order can stand. */
    public enum Status {
        /** It waits. */
        NEW,
        /** It has become an order. */
        TRIGGERED,
        /** The order that it became has ended. */
        FINISHED,
        /** Its owner took it back. */
        CANCELED,
        /** Its position is gone. */
        EXPIRED
    }
}
