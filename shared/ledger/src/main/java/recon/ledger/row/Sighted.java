package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.order.OrderSighting;

/**
 * An order as it stands, which moves nothing by itself: compared with what the user-data stream told of it.
 *
 * @param order what was read
 * @param baseAsset what is bought and sold
 * @param quoteAsset what it is priced in
 * @param prevented whether the exchange prevented a match of it that may have moved something all the same
 */
public record Sighted(OrderSighting order, String baseAsset, String quoteAsset, boolean prevented)
        implements Observation {
    public Sighted {
        requireNonNull(order, "order is null");
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
    }
}
