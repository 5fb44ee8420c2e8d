package recon.simulator.world;

import java.math.BigDecimal;

/**
 * A movement of the futures wallet.
 *
 * @param symbol the contract; empty where none is concerned
 * @param type as the exchange names it
 * @param amount negative: the wallet lost it
 * @param asset what moved
 * @param time epoch ms of the exchange's clock
 * @param tranId unique within a type
 * @param tradeId number of the fill; empty where there is none
 */
public record IncomeRow(
        String symbol, String type, BigDecimal amount, String asset, long time, long tranId, String tradeId) {}
