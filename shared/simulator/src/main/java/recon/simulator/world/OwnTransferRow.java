package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A transfer between two wallets of one account. What succeeds moves at its stamp, though it may show as pending for a
 * while.
 *
 * @param tranId its number in {@code asset/transfer}
 * @param otherId its number in the lists of the wallets themselves
 * @param route from where to where
 * @param asset what moves
 * @param amount positive
 * @param time epoch ms of the exchange's clock
 * @param settledAt from when its status is no longer pending
 * @param success false: nothing moved
 */
public record OwnTransferRow(
        long tranId,
        long otherId,
        Route route,
        String asset,
        BigDecimal amount,
        long time,
        long settledAt,
        boolean success) {
    /** The status shown at an instant. */
    public String status(long now) {
        return now < settledAt ? "PENDING" : success ? "CONFIRMED" : "FAILED";
    }
}
