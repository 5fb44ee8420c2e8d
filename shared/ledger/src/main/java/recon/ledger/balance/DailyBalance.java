package recon.ledger.balance;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import recon.ledger.Wallet;

/**
 * One asset of one wallet on one closed UTC day. All amounts are in units of the asset and signed:
 * {@code calculated = start + transfersIn + transfersOut + tradesIn + tradesOut + fees} and
 * {@code variance = actual - calculated}.
 *
 * @param date the day D, {@code [00:00, next 00:00)} UTC
 * @param accountId the account
 * @param wallet the wallet
 * @param asset the asset
 * @param start the actual balance at the start of the day; the calculated one of the day before if {@code carried}
 * @param transfersIn sum of transfers received
 * @param transfersOut sum of transfers sent, negative
 * @param tradesIn sum received by trading
 * @param tradesOut sum given by trading, negative
 * @param fees sum of fees; a cost is negative
 * @param calculated what the wallet should hold at the end of the day
 * @param actual what it did hold; empty when nobody took it down: a gap, not a zero
 * @param source where actual was read: our own capture or, without one, the exchange's snapshot; the empty text where
 *     actual is empty
 * @param snapshot what it held by the exchange's own snapshot, the second witness; empty when there is none
 * @param variance actual - calculated; empty as long as actual is
 * @param carried whether the start had to be calculated because the actual balance of the day before is missing
 * @param cause why the two differ, as far as the books can tell; the empty text when they agree
 * @param loan the plan's {@code raw_loan} and {@code cal_loan}
 * @param interest the plan's {@code raw_interest} and {@code cal_interest}
 * @param unrealisedPnl the plan's {@code raw_unrealised_pnl}, when the capture was taken; empty where there is none
 * @param usdPrice US dollars for one unit of the asset at the end of the day; empty where no price is known
 */
public record DailyBalance(
        LocalDate date,
        String accountId,
        Wallet wallet,
        String asset,
        BigDecimal start,
        BigDecimal transfersIn,
        BigDecimal transfersOut,
        BigDecimal tradesIn,
        BigDecimal tradesOut,
        BigDecimal fees,
        BigDecimal calculated,
        Optional<BigDecimal> actual,
        String source,
        Optional<BigDecimal> snapshot,
        Optional<BigDecimal> variance,
        boolean carried,
        String cause,
        Debt loan,
        Debt interest,
        Optional<BigDecimal> unrealisedPnl,
        Optional<BigDecimal> usdPrice) {
    public DailyBalance {
        requireNonNull(date, "date is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(start, "start is null");
        requireNonNull(transfersIn, "transfersIn is null");
        requireNonNull(transfersOut, "transfersOut is null");
        requireNonNull(tradesIn, "tradesIn is null");
        requireNonNull(tradesOut, "tradesOut is null");
        requireNonNull(fees, "fees is null");
        requireNonNull(calculated, "calculated is null");
        requireNonNull(actual, "actual is null");
        requireNonNull(source, "source is null");
        requireNonNull(snapshot, "snapshot is null");
        requireNonNull(variance, "variance is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(loan, "loan is null");
        requireNonNull(interest, "interest is null");
        requireNonNull(unrealisedPnl, "unrealisedPnl is null");
        requireNonNull(usdPrice, "usdPrice is null");
    }

    /** A balance of a wallet without debts and positions. */
    public DailyBalance(
            LocalDate date,
            String accountId,
            Wallet wallet,
            String asset,
            BigDecimal start,
            BigDecimal transfersIn,
            BigDecimal transfersOut,
            BigDecimal tradesIn,
            BigDecimal tradesOut,
            BigDecimal fees,
            BigDecimal calculated,
            Optional<BigDecimal> actual,
            String source,
            Optional<BigDecimal> snapshot,
            Optional<BigDecimal> variance,
            boolean carried,
            String cause,
            Optional<BigDecimal> usdPrice) {
        this(
                date,
                accountId,
                wallet,
                asset,
                start,
                transfersIn,
                transfersOut,
                tradesIn,
                tradesOut,
                fees,
                calculated,
                actual,
                source,
                snapshot,
                variance,
                carried,
                cause,
                Debt.NONE,
                Debt.NONE,
                Optional.empty(),
                usdPrice);
    }

    /** Whether the actual balance is known and differs from the calculated one, by any digit. */
    public boolean varies() {
        return variance.filter(v -> v.signum() != 0).isPresent();
    }

    /** Whether what is owed, as far as it is known, differs from what should be. */
    public boolean debtVaries() {
        return loan.varies() || interest.varies();
    }

    /** Whether the exchange's snapshot and the actual balance are both known and differ, by any digit. */
    public boolean disputed() {
        return snapshot.flatMap(witnessed -> actual.map(witnessed::compareTo))
                .filter(order -> order != 0)
                .isPresent();
    }

    /** The plan's {@code variance_in_usd}: exact; empty where the variance or the price is unknown. */
    public Optional<BigDecimal> varianceInUsd() {
        return variance.flatMap(v -> usdPrice.map(v::multiply));
    }

    /** The same balance, valued. */
    public DailyBalance valuedAt(Optional<BigDecimal> price) {
        return new DailyBalance(
                date,
                accountId,
                wallet,
                asset,
                start,
                transfersIn,
                transfersOut,
                tradesIn,
                tradesOut,
                fees,
                calculated,
                actual,
                source,
                snapshot,
                variance,
                carried,
                cause,
                loan,
                interest,
                unrealisedPnl,
                price);
    }
}
