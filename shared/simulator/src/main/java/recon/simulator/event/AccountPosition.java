package recon.simulator.event;

import java.util.List;

/**
 * {@code outboundAccountPosition}: assets whose balances may have changed. The balances shown are those of {@code
 * /api/v3/account} at the event time.
 *
 * @param eventTime epoch ms of the exchange's clock
 * @param updateTime when the account changed, epoch ms
 * @param assets each once
 */
public record AccountPosition(long eventTime, long updateTime, List<String> assets) implements AccountEvent {
    public AccountPosition {
        assets = List.copyOf(assets);
    }

    @Override
    public String type() {
        return "outboundAccountPosition";
    }

    @Override
    public AccountPosition sentAt(long ms) {
        return new AccountPosition(ms, updateTime, assets);
    }
}
