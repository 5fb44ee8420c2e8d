package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import recon.ledger.order.OrderSighting;

/**
 * An order as the exchange lists it, and what its symbol trades.
 *
 * @param sighting what is listed
 * @param baseAsset of its symbol
 * @param quoteAsset of its symbol
 */
public record SightedOrder(OrderSighting sighting, String baseAsset, String quoteAsset) {
    public SightedOrder {
        requireNonNull(sighting, "sighting is null");
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
    }
}
