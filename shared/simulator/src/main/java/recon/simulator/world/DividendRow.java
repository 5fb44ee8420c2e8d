package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A dividend, or one taken back.
 *
 * @param id the exchange's id
 * @param tranId of the distribution; several rows may share it
 * @param asset what was paid
 * @param amount positive
 * @param time epoch ms of the exchange's clock
 * @param info what it was for
 * @param in false: it was taken back
 */
public record DividendRow(long id, long tranId, String asset, BigDecimal amount, long time, String info, boolean in) {}
