package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * The proof that nothing was attributed twice and nothing disappeared. It is told, never thrown: what does not add up must
 * be seen, and hides nothing else.
 *
 * @param assets income, and what became of it
 * @param filled sum of the quantities of all fills
 * @param attributed sum of the quantities in all lifecycles
 */
public record Conservation(List<Asset> assets, BigDecimal filled, BigDecimal attributed) {
    /**
     * The income of one asset, signed as given.
     *
     * @param asset the asset
     * @param income sum of all rows
     * @param closed sum over the lifecycles that are over
     * @param open sum over the others
     * @param remainder sum over the remainder
     */
    public record Asset(String asset, BigDecimal income, BigDecimal closed, BigDecimal open, BigDecimal remainder) {
        public Asset {
            requireNonNull(asset, "asset is null");
        }

        /** Zero, or what is lost; negative is what is counted twice. */
        public BigDecimal difference() {
            return income.subtract(closed).subtract(open).subtract(remainder);
        }
    }

    public Conservation {
        assets = List.copyOf(assets);
        requireNonNull(filled, "filled is null");
        requireNonNull(attributed, "attributed is null");
    }

    /** Whether every sum agrees to the last digit. */
    public boolean holds() {
        return filled.compareTo(attributed) == 0
                && assets.stream().allMatch(asset -> asset.difference().signum() == 0);
    }
}
