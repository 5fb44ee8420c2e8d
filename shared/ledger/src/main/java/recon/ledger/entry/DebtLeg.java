package recon.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import recon.ledger.Wallet;

/**
 * A change of what a margin wallet owes; the balance is moved by a leg of its own, if at all.
 *
 * @param measure {@link Measure#LOAN} or {@link Measure#INTEREST}
 * @param txnSubtype why, for instance {@code margin_borrow} or {@code margin_interest}
 * @param wallet the wallet that owes
 * @param asset what is owed
 * @param amount signed, in units of the asset: positive is owed from now on, negative is paid back
 */
public record DebtLeg(Measure measure, String txnSubtype, Wallet wallet, String asset, BigDecimal amount)
        implements Leg {
    public DebtLeg {
        requireNonNull(measure, "measure is null");
        requireNonNull(txnSubtype, "txnSubtype is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        if (measure == Measure.BALANCE) {
            throw new IllegalArgumentException("a balance is no debt");
        }
    }

    /** A change of the loan. */
    public static DebtLeg loan(String subtype, Wallet wallet, String asset, BigDecimal amount) {
        return new DebtLeg(Measure.LOAN, subtype, wallet, asset, amount);
    }

    /** A change of the interest that is owed. */
    public static DebtLeg interest(String subtype, Wallet wallet, String asset, BigDecimal amount) {
        return new DebtLeg(Measure.INTEREST, subtype, wallet, asset, amount);
    }

    @Override
    public String txnType() {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Column column() {
        return switch (measure) {
            case LOAN -> Column.LOAN;
            case INTEREST -> Column.INTEREST;
            case BALANCE -> throw new IllegalStateException("a balance is no debt");
        };
    }

    @Override
    public DebtLeg reversed() {
        return new DebtLeg(measure, txnSubtype + "_refused", wallet, asset, amount.negate());
    }
}
