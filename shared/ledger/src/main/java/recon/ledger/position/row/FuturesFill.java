package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * One fill of a USD-M futures order (source: {@code GET /fapi/v1/userTrades}).
 *
 * @param accountId whose fill
 * @param symbol the contract
 * @param id the trade's id, unique within the contract; a self-trade has two rows with one id
 * @param orderId the order that was filled
 * @param positionSide the position that it moves
 * @param buyer whether the account bought
 * @param maker whether its order was in the book
 * @param price in the quote asset
 * @param quantity of the base asset, above zero
 * @param realizedPnl of this fill before fees, in the margin asset; positive is profit
 * @param commission positive is paid, negative is a rebate
 * @param commissionAsset what it is paid in
 * @param marginAsset what the contract is settled in; the empty text where the row does not say
 * @param time of the trade, epoch milliseconds, UTC
 */
public record FuturesFill(
        String accountId,
        String symbol,
        long id,
        long orderId,
        PositionSide positionSide,
        boolean buyer,
        boolean maker,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal realizedPnl,
        BigDecimal commission,
        String commissionAsset,
        String marginAsset,
        long time) {
    /** The name of the source. */
    public static final String SOURCE = "futures-trades";

    /** By time; fills of one millisecond by id, those of one id by order. */
    public static final Comparator<FuturesFill> ORDER = Comparator.comparingLong(FuturesFill::time)
            .thenComparing(FuturesFill::symbol)
            .thenComparingLong(FuturesFill::id)
            .thenComparingLong(FuturesFill::orderId);

    public FuturesFill {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(positionSide, "positionSide is null");
        requireNonNull(price, "price is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(realizedPnl, "realizedPnl is null");
        requireNonNull(commission, "commission is null");
        requireNonNull(commissionAsset, "commissionAsset is null");
        requireNonNull(marginAsset, "marginAsset is null");
    }

    /** The position that it moves. */
    public PositionKey key() {
        return new PositionKey(accountId, symbol, positionSide);
    }

    /** This row of a file, which does not say what the contract is settled in, with what another row of the fill says. */
    FuturesFill completedBy(FuturesFill other) {
        return new FuturesFill(
                accountId,
                symbol,
                id,
                orderId,
                positionSide,
                buyer,
                maker,
                price,
                quantity,
                realizedPnl,
                commission,
                commissionAsset,
                marginAsset.isEmpty() ? other.marginAsset : marginAsset,
                time);
    }

    /** Whether something can have been traded so: no trade has a quantity or a price that is not above zero. */
    public boolean possible() {
        return quantity.signum() > 0 && price.signum() > 0;
    }

    /** The quantity, negative where the account sold. */
    public BigDecimal signedQuantity() {
        return buyer ? quantity : quantity.negate();
    }
}
