package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A movement of a margin wallet.
 *
 * @param id rising with every row of the exchange
 * @param tranId of what caused it
 * @param time epoch ms of the exchange's clock
 * @param asset what moved
 * @param pair the pair of an isolated wallet; empty for cross margin
 * @param type as the exchange names it
 * @param amount negative: the wallet lost it
 */
public record FlowRow(long id, long tranId, long time, String asset, String pair, String type, BigDecimal amount) {}
