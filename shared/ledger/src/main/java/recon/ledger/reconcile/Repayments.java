package recon.ledger.reconcile;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.booking.CapitalFlow;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.Measure;
import recon.ledger.setting.LedgerSettings.LiquidationRepayment;

/**
 * Tells apart what a liquidation has paid back. Its row says the sum alone, and it is booked as loan; what of it was
 * interest follows from what was owed just then: by the day's opening, and by what accrued and was paid back since.
 */
public final class Repayments {
    /** At one instant, what is owed comes before what is paid back of it. */
    private static final Comparator<Booking> ORDER = Comparator.comparing(Booking::time)
            .thenComparing(Repayments::ofLiquidation)
            .thenComparing(CaptureCut.ORDER);

    private final Wallet wallet;
    private final Opening.Known opening;
    private final LiquidationRepayment first;
    private final Map<Held, BigDecimal> changed = new HashMap<>();

    private Repayments(Wallet wallet, Opening.Known opening, LiquidationRepayment first) {
        this.wallet = requireNonNull(wallet, "wallet is null");
        this.opening = requireNonNull(opening, "opening is null");
        this.first = requireNonNull(first, "first is null");
    }

    /**
     * The bookings with the repayments of liquidations told apart. Where the books begin nobody knows what was owed, and
     * they stay as they are.
     *
     * @param opening what was owed before the first of the bookings
     * @param first what is paid back before the other
     * @param bookings of any wallets, in any order
     */
    public static List<Booking> toldApart(
            Wallet wallet, Opening opening, LiquidationRepayment first, List<Booking> bookings) {
        return switch (opening) {
            case Opening.Known known
            when bookings.stream().anyMatch(Repayments::ofLiquidation) ->
                new Repayments(wallet, known, first).toldApart(bookings);
            case Opening.Known _, Opening.BooksBegin() -> bookings;
        };
    }

    private static boolean ofLiquidation(Booking booking) {
        return booking.source().equals(CapitalFlow.SOURCE)
                && booking.legs().stream().anyMatch(DebtLeg.class::isInstance);
    }

    private List<Booking> toldApart(List<Booking> bookings) {
        List<Booking> told = new ArrayList<>();
        for (Booking booking : bookings.stream().sorted(ORDER).toList()) {
            Booking each = ofLiquidation(booking) ? toldApart(booking) : booking;
            Movements.legs(each, wallet)
                    .filter(DebtLeg.class::isInstance)
                    .forEach(leg -> changed.merge(
                            new Held(leg.asset(), leg.column().measure()), leg.amount(), BigDecimal::add));
            told.add(each);
        }
        return told;
    }

    private Booking toldApart(Booking booking) {
        return booking.with(booking.legs().stream().flatMap(this::parts).toList());
    }

    private Stream<Leg> parts(Leg leg) {
        if (!(leg instanceof DebtLeg paid) || !paid.wallet().equals(wallet)) {
            return Stream.of(leg);
        }
        BigDecimal sum = paid.amount().negate();
        BigDecimal interest = switch (first) {
            case INTEREST_FIRST -> sum.min(owed(paid.asset(), Measure.INTEREST));
            case LOAN_FIRST ->
                sum.subtract(owed(paid.asset(), Measure.LOAN))
                        .max(BigDecimal.ZERO)
                        .min(owed(paid.asset(), Measure.INTEREST));
        };
        return Stream.<Leg>of(
                        DebtLeg.loan(paid.txnSubtype(), wallet, paid.asset(), interest.subtract(sum)),
                        DebtLeg.interest(paid.txnSubtype(), wallet, paid.asset(), interest.negate()))
                .filter(part -> part.amount().signum() != 0);
    }

    /** Never less than nothing: rows that are missing must not turn a repayment round. */
    private BigDecimal owed(String asset, Measure measure) {
        Held held = new Held(asset, measure);
        return opening.of(held).add(changed.getOrDefault(held, BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }
}
