package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the exchange says that a futures wallet holds (source: {@code GET /fapi/v3/account}). It is true of some moment
 * between request and answer.
 *
 * @param sentAt when it was asked for, epoch milliseconds of the exchange's clock, UTC
 * @param receivedAt when the answer came, likewise
 * @param balances by asset, without unrealised profit; an asset that is left out is zero
 */
public record CapturedWallet(long sentAt, long receivedAt, Map<String, BigDecimal> balances) {
    public CapturedWallet {
        requireNonNull(balances, "balances is null");
        balances = Map.copyOf(balances);
    }

    /** What it holds of an asset. */
    public BigDecimal of(String asset) {
        return requireNonNull(balances.getOrDefault(asset, BigDecimal.ZERO));
    }
}
