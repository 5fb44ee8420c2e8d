package recon.simulator.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * {@code balanceUpdate}: a deposit, withdrawal or transfer has moved an asset.
 *
 * @param eventTime epoch ms of the exchange's clock
 * @param asset what moved
 * @param delta negative: it left the account
 * @param clearTime when it moved, epoch ms
 */
public record BalanceUpdate(long eventTime, String asset, BigDecimal delta, long clearTime) implements AccountEvent {
    public BalanceUpdate {
        requireNonNull(asset, "asset is null");
        requireNonNull(delta, "delta is null");
    }

    @Override
    public String type() {
        return "balanceUpdate";
    }

    @Override
    public BalanceUpdate sentAt(long ms) {
        return new BalanceUpdate(ms, asset, delta, clearTime);
    }
}
