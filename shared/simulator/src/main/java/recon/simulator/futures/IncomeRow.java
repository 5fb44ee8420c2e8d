package recon.simulator.futures;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A movement of the futures wallet.
 *
 * @param symbol the contract; empty where none is concerned
 * @param type as the exchange names it
 * @param amount negative: the wallet lost it
 * @param asset what moved
 * @param time its stamp, epoch ms of the exchange's clock
 * @param tranId unique within a type
 * @param tradeId number of the fill; empty where there is none
 * @param shown from when on the list of income has it, epoch ms; not before its stamp
 */
public record IncomeRow(
        String symbol,
        String type,
        BigDecimal amount,
        String asset,
        long time,
        long tranId,
        String tradeId,
        long shown) {
    /** What a fill that closes has won or lost. */
    public static final String PROFIT = "REALIZED_PNL";
    /** The fee of a fill. */
    public static final String COMMISSION = "COMMISSION";
    /** What the two sides of a contract pay each other. */
    public static final String FUNDING = "FUNDING_FEE";
    /** What the insurance fund takes after a liquidation. */
    public static final String CLEARANCE = "INSURANCE_CLEAR";
    /** Money to or from another wallet. */
    public static final String TRANSFER = "TRANSFER";
    /** A gift of the exchange. */
    public static final String BONUS = "WELCOME_BONUS";

    /** A share of the fees of customers who were recruited. */
    public static final String KICKBACK = "REFERRAL_KICKBACK";

    public IncomeRow {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(type, "type is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(tradeId, "tradeId is null");
    }

    /** A row that shows at once. */
    public IncomeRow(
            String symbol, String type, BigDecimal amount, String asset, long time, long tranId, String tradeId) {
        this(symbol, type, amount, asset, time, tranId, tradeId, time);
    }
}
