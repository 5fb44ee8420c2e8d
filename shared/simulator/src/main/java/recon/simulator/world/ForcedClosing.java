package recon.simulator.world;

import recon.simulator.futures.OrderState;

/**
 * An order by which the exchange closed a position.
 *
 * @param type {@code LIQUIDATION} or {@code ADL}
 * @param order its papers
 */
public record ForcedClosing(String type, Stages<OrderState> order) {
    /** Its margin was used up. */
    static final String LIQUIDATION = "LIQUIDATION";
    /** It stood against somebody else's liquidation. */
    static final String ADL = "ADL";

    /** When it was placed, epoch ms of the exchange's clock. */
    public long time() {
        return order.created();
    }
}
