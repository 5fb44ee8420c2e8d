package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The income of one kind that belongs to a position.
 *
 * @param byAsset signed as the exchange gives it: positive is received
 * @param inMarginAsset all of it in the margin asset, other assets valued at the price of their minute; empty where a
 *     price is not known
 */
public record Attributed(Map<String, BigDecimal> byAsset, Optional<BigDecimal> inMarginAsset) {
    public Attributed {
        byAsset = Map.copyOf(byAsset);
        requireNonNull(inMarginAsset, "inMarginAsset is null");
    }
}
