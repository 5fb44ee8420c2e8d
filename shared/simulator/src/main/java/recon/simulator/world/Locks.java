package recon.simulator.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import recon.simulator.draw.Draw;

/** Which part of a balance rests in open orders: for three hours now and then, a share drawn by the seed. */
final class Locks {
    private static final long SLOT_MS = 3 * 3_600_000;
    private static final int MONEY_SCALE = 8;

    private final long seed;

    Locks(long seed) {
        this.seed = seed;
    }

    BigDecimal locked(int account, String asset, BigDecimal balance, long now) {
        Draw draw = Draw.of(seed, "lock " + asset, account, now / SLOT_MS);
        return draw.chance(25)
                ? balance.multiply(BigDecimal.valueOf(draw.between(5, 40), 2)).setScale(MONEY_SCALE, RoundingMode.DOWN)
                : BigDecimal.ZERO;
    }
}
