package recon.ledger.balance;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What an account holds of one asset.
 *
 * @param asset in the exchange's own spelling
 * @param free what can be used, loans included; of a futures wallet its balance without unrealised profit
 * @param locked what open orders hold
 * @param loan what is owed without interest, positive; zero outside margin
 * @param interest the interest that is owed, positive; zero outside margin
 * @param unrealisedPnl of the open positions, positive is a profit; zero outside futures
 */
public record AssetBalance(
        String asset,
        BigDecimal free,
        BigDecimal locked,
        BigDecimal loan,
        BigDecimal interest,
        BigDecimal unrealisedPnl) {
    public AssetBalance {
        requireNonNull(asset, "asset is null");
        requireNonNull(free, "free is null");
        requireNonNull(locked, "locked is null");
        requireNonNull(loan, "loan is null");
        requireNonNull(interest, "interest is null");
        requireNonNull(unrealisedPnl, "unrealisedPnl is null");
    }

    /** An asset of a wallet without debts and positions. */
    public AssetBalance(String asset, BigDecimal free, BigDecimal locked) {
        this(asset, free, locked, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** The plan's {@code raw_balance}: free + locked, gross of what is owed. */
    public BigDecimal total() {
        return free.add(locked);
    }
}
