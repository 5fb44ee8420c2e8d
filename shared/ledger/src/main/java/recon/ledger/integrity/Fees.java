package recon.ledger.integrity;

import java.util.List;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferLeg;
import recon.ledger.integrity.Finding.Kind;

/** Fees cost something. One that is received has the wrong sign, unless a refused row is taken back. */
final class Fees {
    private Fees() {}

    static List<Finding> negative(List<Booking> bookings) {
        return bookings.stream()
                .filter(booking -> !booking.part().endsWith("-reversal"))
                .filter(booking -> booking.legs().stream().anyMatch(Fees::received))
                .map(booking -> DayIntegrity.about(
                        booking,
                        Kind.FEE_NEGATIVE,
                        "has a negative fee: more was received than the row is worth",
                        booking.raw().key()))
                .toList();
    }

    private static boolean received(Leg leg) {
        return leg.amount().signum() > 0
                && switch (leg) {
                    case TradeLeg trade -> trade.txnSubtype().endsWith("_fee");
                    case TransferLeg transfer -> transfer.type() == TransferLeg.Type.TXN_FEE;
                    // Futures pay rebates, which are commissions with the other sign.
                    case IncomeLeg income -> false;
                    case DebtLeg debt -> false;
                };
    }
}
