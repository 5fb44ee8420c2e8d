package recon.simulator.world;

/**
 * A trade in a margin wallet.
 *
 * @param trade the account's side of it
 * @param pair the pair of an isolated wallet; empty for cross margin
 */
public record MarginTrade(TradeRow trade, String pair) {
    /** Its stamp. */
    public long time() {
        return trade.time();
    }
}
