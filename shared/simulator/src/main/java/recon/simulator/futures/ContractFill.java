package recon.simulator.futures;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A fill in a contract.
 *
 * @param symbol the contract
 * @param id rising within a contract
 * @param orderId of the order that was filled
 * @param buyer true: the base asset was bought
 * @param side the position that it changes
 * @param price dollars
 * @param qty base asset, positive
 * @param quoteQty price times quantity
 * @param realizedPnl what the part that closes has won, the fee apart; zero where nothing closes
 * @param commission positive: paid; negative: received; zero: there is no row of income for it
 * @param commissionAsset what it is paid in
 * @param maker whether the order rested
 * @param time epoch ms of the exchange's clock
 */
public record ContractFill(
        String symbol,
        long id,
        long orderId,
        boolean buyer,
        PositionSide side,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal quoteQty,
        BigDecimal realizedPnl,
        BigDecimal commission,
        String commissionAsset,
        boolean maker,
        long time) {
    public ContractFill {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(side, "side is null");
        requireNonNull(price, "price is null");
        requireNonNull(qty, "qty is null");
        requireNonNull(quoteQty, "quoteQty is null");
        requireNonNull(realizedPnl, "realizedPnl is null");
        requireNonNull(commission, "commission is null");
        requireNonNull(commissionAsset, "commissionAsset is null");
    }
}
