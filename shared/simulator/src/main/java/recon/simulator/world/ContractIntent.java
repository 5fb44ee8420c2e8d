package recon.simulator.world;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import recon.simulator.futures.PositionSide;
import recon.simulator.market.Contract;

/**
 * What an order in a contract is to do.
 *
 * @param account whose it is, by place
 * @param contract in what
 * @param side which of its positions
 * @param buy true: the base asset is bought
 * @param quantity base asset, positive
 * @param reduceOnly whether it may only close
 */
record ContractIntent(
        int account, Contract contract, PositionSide side, boolean buy, BigDecimal quantity, boolean reduceOnly) {
    ContractIntent {
        requireNonNull(contract, "contract is null");
        requireNonNull(side, "side is null");
        requireNonNull(quantity, "quantity is null");
    }

    /** To change a position by so much; positive is bought. */
    static ContractIntent change(int account, Contract contract, PositionSide side, BigDecimal signed) {
        return new ContractIntent(account, contract, side, signed.signum() > 0, signed.abs(), false);
    }

    /** To do that and nothing but close, where the mode knows of such orders. */
    ContractIntent reducing() {
        return new ContractIntent(account, contract, side, buy, quantity, side == PositionSide.BOTH);
    }

    /** A part of the quantity, signed as it changes the position. */
    BigDecimal signed(BigDecimal part) {
        return buy ? part : part.negate();
    }
}
