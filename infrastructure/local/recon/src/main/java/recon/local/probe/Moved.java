package recon.local.probe;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A transfer as one endpoint shows it.
 *
 * @param tranId its id there
 * @param asset what was moved
 * @param amount positive
 * @param timeMillis when, epoch milliseconds
 */
record Moved(String tranId, String asset, BigDecimal amount, long timeMillis) {
    private static final long SAME_MILLIS = 2_000;

    Moved {
        requireNonNull(tranId, "tranId is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
    }

    /** Whether it can be the same transfer, by everything but the id. */
    boolean like(Moved other) {
        return asset.equals(other.asset)
                && amount.compareTo(other.amount) == 0
                && Math.abs(timeMillis - other.timeMillis) <= SAME_MILLIS;
    }
}
