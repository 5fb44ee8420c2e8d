package recon.simulator.world;

import java.math.BigDecimal;

/**
 * What an account shows of one asset.
 *
 * @param asset the asset
 * @param free can be spent, 0 or more
 * @param locked in open orders or in withdrawals under way, 0 or more
 */
public record Holding(String asset, BigDecimal free, BigDecimal locked) {}
