package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A deposit and all that will become of it.
 *
 * @param id the exchange's id
 * @param coin the asset
 * @param amount positive
 * @param network chain
 * @param address where it was sent to
 * @param sourceAddress where it came from
 * @param txId transaction; batched deposits share it
 * @param insertTime first seen, epoch ms of the exchange's clock
 * @param fate how it ends
 * @param decidedAt when the balance is credited, or the deposit turned away
 * @param unlockedAt when a credited one may be withdrawn; until then its status is 6
 * @param funding true: it goes to the funding wallet; false: to the spot wallet
 */
public record DepositRow(
        String id,
        String coin,
        BigDecimal amount,
        String network,
        String address,
        String sourceAddress,
        String txId,
        long insertTime,
        Fate fate,
        long decidedAt,
        long unlockedAt,
        boolean funding) {
    private static final int PENDING = 0;
    private static final int SUCCESS = 1;
    private static final int REJECTED = 2;
    private static final int CREDITED = 6;
    private static final int WRONG = 7;

    /** How a deposit ends. */
    public enum Fate {
        /** From a chain; credited at {@code decidedAt}. */
        EXTERNAL,
        /** From another customer; credited at {@code insertTime}, without a complete time. */
        INTERNAL,
        /** Turned away; never credited. */
        REJECTED,
        /** Sent wrongly; never credited. */
        WRONG
    }

    /** Whether the balance is or will be credited. */
    public boolean credits() {
        return fate == Fate.EXTERNAL || fate == Fate.INTERNAL;
    }

    /** The status code shown at an instant. */
    public int status(long now) {
        if (now < decidedAt) {
            return PENDING;
        }
        return switch (fate) {
            case REJECTED -> REJECTED;
            case WRONG -> WRONG;
            case INTERNAL -> SUCCESS;
            case EXTERNAL -> now < unlockedAt ? CREDITED : SUCCESS;
        };
    }

    /** Whether a complete time is shown at an instant; it is {@code decidedAt}. */
    public boolean completed(long now) {
        return fate == Fate.EXTERNAL && now >= decidedAt;
    }
}
