package recon.ledger.balance;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What an account holds of one asset.
 *
 * @param asset in the exchange's own spelling
 * @param free what can be used
 * @param locked what open orders hold
 */
public record AssetBalance(String asset, BigDecimal free, BigDecimal locked) {
    public AssetBalance {
        requireNonNull(asset, "asset is null");
        requireNonNull(free, "free is null");
        requireNonNull(locked, "locked is null");
    }

    /** The plan's {@code raw_balance} of a spot or funding wallet: free + locked. */
    public BigDecimal total() {
        return free.add(locked);
    }
}
