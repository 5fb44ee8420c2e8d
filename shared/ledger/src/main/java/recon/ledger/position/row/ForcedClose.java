package recon.ledger.position.row;

import java.util.Optional;

/** Why the exchange closed a position by an order of its own. */
public enum ForcedClose {
    /** The margin was used up. */
    LIQUIDATION,
    /** Auto-deleveraging: the position was the counterpart of somebody's liquidation. */
    ADL,
    /** The contract was delisted or delivered. */
    SETTLEMENT;

    /** What the client order id of the exchange's own orders says; empty for everybody's orders. */
    public static Optional<ForcedClose> ofClientOrderId(String clientOrderId) {
        if (clientOrderId.startsWith("autoclose-")) {
            return Optional.of(LIQUIDATION);
        }
        if (clientOrderId.startsWith("adl_autoclose")) {
            return Optional.of(ADL);
        }
        return clientOrderId.startsWith("settlement_autoclose-") || clientOrderId.startsWith("delivery_autoclose-")
                ? Optional.of(SETTLEMENT)
                : Optional.empty();
    }
}
