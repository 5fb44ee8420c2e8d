package recon.simulator.world;

import java.math.BigDecimal;

/**
 * Interest that has accrued on a loan.
 *
 * @param txId its number
 * @param time epoch ms of the exchange's clock
 * @param asset what was lent, and what the interest is owed in
 * @param principal of the loan at the time
 * @param interest positive
 * @param rate for an hour
 * @param type as the exchange names it
 * @param pair the pair of an isolated wallet; empty for cross margin
 */
public record InterestRow(
        long txId,
        long time,
        String asset,
        BigDecimal principal,
        BigDecimal interest,
        BigDecimal rate,
        String type,
        String pair) {}
