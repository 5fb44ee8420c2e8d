package recon.simulator.futures;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import recon.simulator.event.OrderStatus;

/**
 * An order in a contract as it stands at an instant.
 *
 * @param placement what it was placed with
 * @param status where it stands
 * @param executed base asset filled so far
 * @param quote dollars of it
 * @param updated when it came to stand so, epoch ms of the exchange's clock
 */
public record OrderState(
        ContractPlacement placement, OrderStatus status, BigDecimal executed, BigDecimal quote, long updated) {
    public OrderState {
        requireNonNull(placement, "placement is null");
        requireNonNull(status, "status is null");
        requireNonNull(executed, "executed is null");
        requireNonNull(quote, "quote is null");
    }

    /** Average price of what is filled; zero where nothing is. */
    public BigDecimal average() {
        return executed.signum() == 0 ? BigDecimal.ZERO : quote.divide(executed, MathContext.DECIMAL32);
    }
}
