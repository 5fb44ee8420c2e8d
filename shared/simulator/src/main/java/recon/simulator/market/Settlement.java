package recon.simulator.market;

import static java.util.Objects.requireNonNull;

import recon.simulator.draw.Draw;

/**
 * The end of a contract: at the instant the exchange closes all that is open in it, and nobody trades it any more.
 *
 * @param symbol the contract
 * @param at epoch ms of the exchange's clock
 */
public record Settlement(String symbol, long at) {
    private static final String ENDING = "LTC" + Contract.MARGIN_ASSET;
    private static final long DAY_MS = 86_400_000;
    private static final long NINE_MS = 9 * 3_600_000L;

    public Settlement {
        requireNonNull(symbol, "symbol is null");
    }

    /** One contract ends at nine on one of the first three days. */
    static Settlement drawn(long seed, long firstDayMs) {
        return new Settlement(ENDING, firstDayMs + Draw.of(seed, "settlement").below(3) * DAY_MS + NINE_MS);
    }

    /** Whether the contract can be traded at the instant. */
    public boolean open(Contract contract, long ms) {
        return ms < at || !contract.symbol().equals(symbol);
    }
}
