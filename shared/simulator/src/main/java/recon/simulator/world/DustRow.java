package recon.simulator.world;

import java.math.BigDecimal;
import java.util.List;

/**
 * Small balances turned into one asset.
 *
 * @param transId of all of them together
 * @param time epoch ms of the exchange's clock
 * @param target what they became
 * @param targetShown whether the exchange names the target
 * @param details each asset once
 */
public record DustRow(long transId, long time, String target, boolean targetShown, List<Detail> details) {
    public DustRow {
        details = List.copyOf(details);
    }

    /**
     * One of them.
     *
     * @param asset what was given
     * @param amount of it, positive
     * @param transferred in the target asset, as the exchange shows it, positive
     * @param charge in the target asset, positive
     */
    public record Detail(String asset, BigDecimal amount, BigDecimal transferred, BigDecimal charge) {}
}
