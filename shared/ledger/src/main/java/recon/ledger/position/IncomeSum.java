package recon.ledger.position;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.MinutePrices;

/** The income of one kind in the making. */
final class IncomeSum {
    private final AssetSums given = new AssetSums();
    /** What came in other assets, in the margin asset. */
    private BigDecimal converted = BigDecimal.ZERO;

    /** Assets other than the margin asset, as far as that was known then, of which a price was missing. */
    private Set<String> unpriced = Set.of();

    /**
     * Adds a row or a part of it.
     *
     * @param amount of the row that counts here
     * @param marginAsset the empty text while it is not known
     */
    void add(FuturesIncome row, BigDecimal amount, String marginAsset, MinutePrices prices) {
        String asset = row.asset();
        given.add(asset, amount);
        if (!asset.equals(marginAsset) && amount.signum() != 0) {
            Optional<BigDecimal> price =
                    prices.price(asset, marginAsset, row.time().toEpochMilli());
            price.ifPresentOrElse(one -> converted = converted.add(amount.multiply(one)), () -> lacks(asset));
        }
    }

    private void lacks(String asset) {
        if (!unpriced.contains(asset)) {
            Set<String> more = new HashSet<>(unpriced);
            more.add(asset);
            unpriced = more;
        }
    }

    Attributed attributed(String marginAsset) {
        return new Attributed(
                given.byAsset(),
                unpriced.isEmpty() || unpriced.equals(Set.of(marginAsset))
                        ? Optional.of(given.of(marginAsset).add(converted))
                        : Optional.empty());
    }
}
