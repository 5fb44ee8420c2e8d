package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A loan, or a repayment.
 *
 * @param txId its number
 * @param borrow false: it was repaid
 * @param kind how it came about, as the exchange names it
 * @param asset what was lent
 * @param principal positive
 * @param interest the part of a repayment that was interest, 0 or more
 * @param time epoch ms of the exchange's clock
 * @param settledAt from when its status is no longer pending
 * @param success false: nothing moved
 * @param pair the pair of an isolated wallet; empty for cross margin
 */
public record LoanRow(
        long txId,
        boolean borrow,
        String kind,
        String asset,
        BigDecimal principal,
        BigDecimal interest,
        long time,
        long settledAt,
        boolean success,
        String pair) {
    /** The status shown at an instant. */
    public String status(long now) {
        return now < settledAt ? "PENDING" : success ? "CONFIRMED" : "FAILED";
    }
}
