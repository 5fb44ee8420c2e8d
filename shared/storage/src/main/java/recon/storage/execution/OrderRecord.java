package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import recon.ledger.order.GenericOrderData;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderState;

/**
 * An order as it is recorded.
 *
 * @param state what its executions left
 * @param baseAsset what is bought and sold
 * @param quoteAsset what it is priced in
 * @param told the greatest revision that was surely published; 0 for none
 */
public record OrderRecord(OrderState state, String baseAsset, String quoteAsset, long told) {
    public OrderRecord {
        requireNonNull(state, "state is null");
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
    }

    public OrderKey order() {
        return state.order();
    }

    /** Grows with every change, by one for each execution. */
    public long revision() {
        return state.revision();
    }

    /** Whether its last change may not have been published yet: who died in between left it so. */
    public boolean untold() {
        return told < revision();
    }

    /** What others are told of it. */
    public GenericOrderData data() {
        return GenericOrderData.binanceSpot(state, baseAsset, quoteAsset);
    }
}
