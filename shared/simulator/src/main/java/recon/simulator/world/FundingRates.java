package recon.simulator.world;

import java.math.BigDecimal;
import recon.simulator.draw.Draw;

/** What the two sides of a contract pay each other every eight hours. A function of the seed. */
public final class FundingRates {
    /** From one funding to the next. */
    public static final long EVERY_MS = QuietTimes.FUNDING_MS;

    private static final int SCALE = 6;

    private final long seed;

    FundingRates(long seed) {
        this.seed = seed;
    }

    /** The share of a position's worth that its longs pay at the instant; negative: they receive it. */
    public BigDecimal rate(String symbol, long at) {
        return BigDecimal.valueOf(Draw.of(seed, "funding " + symbol, at).between(-30, 60), SCALE);
    }
}
