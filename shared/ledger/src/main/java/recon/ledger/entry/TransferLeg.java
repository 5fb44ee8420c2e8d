package recon.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import recon.ledger.Wallet;

/**
 * A leg of the plan's {@code transfer} table: money that enters or leaves a wallet without a trade, and its fees.
 *
 * @param type transfer in, transfer out or a fee
 * @param txnSubtype where it comes from, for instance {@code deposit}, {@code withdrawal}, {@code universal_transfer}
 * @param amount signed, in units of the asset
 * @param details who stood on the other side and how it travelled
 */
public record TransferLeg(
        Type type, String txnSubtype, Wallet wallet, String asset, BigDecimal amount, TransferDetails details)
        implements Leg {
    /** The plan's {@code txn_type} of a transfer. */
    public enum Type {
        TRANSFER_IN,
        TRANSFER_OUT,
        TXN_FEE
    }

    public TransferLeg {
        requireNonNull(type, "type is null");
        requireNonNull(txnSubtype, "txnSubtype is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(details, "details is null");
    }

    /** A transfer whose direction is the sign of its amount. */
    public static TransferLeg moved(
            String subtype, Wallet wallet, String asset, BigDecimal amount, TransferDetails details) {
        return new TransferLeg(directionOf(amount), subtype, wallet, asset, amount, details);
    }

    /** A fee that is not part of a trade; a cost has a negative amount. */
    public static TransferLeg fee(
            String subtype, Wallet wallet, String asset, BigDecimal amount, TransferDetails details) {
        return new TransferLeg(Type.TXN_FEE, subtype, wallet, asset, amount, details);
    }

    @Override
    public String txnType() {
        return type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Column column() {
        return switch (type) {
            case TRANSFER_IN -> Column.TRANSFERS_IN;
            case TRANSFER_OUT -> Column.TRANSFERS_OUT;
            case TXN_FEE -> Column.FEES;
        };
    }

    @Override
    public TransferLeg reversed() {
        BigDecimal back = amount.negate();
        return new TransferLeg(
                type == Type.TXN_FEE ? type : directionOf(back), txnSubtype + "_refused", wallet, asset, back, details);
    }

    private static Type directionOf(BigDecimal amount) {
        return amount.signum() < 0 ? Type.TRANSFER_OUT : Type.TRANSFER_IN;
    }
}
