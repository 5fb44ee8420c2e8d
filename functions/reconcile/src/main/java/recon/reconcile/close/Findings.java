package recon.reconcile.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.witness.Discrepancy;
import recon.storage.registry.ReconciliationError;

/**
 * What a person has to look at after a day was closed. The same finding has the same id, however often it is met.
 *
 * @param at when it was met
 */
record Findings(Instant at) {
    /** A movement that only one of two sources shows. */
    ReconciliationError error(Discrepancy discrepancy) {
        return error(
                discrepancy.kind() + "/" + discrepancy.source() + "/" + discrepancy.externalId() + "/"
                        + discrepancy.wallet(),
                discrepancy.accountId(),
                discrepancy.kind().name(),
                discrepancy.asset(),
                "a movement of " + discrepancy.amount().toPlainString() + " " + discrepancy.asset() + " in "
                        + discrepancy.wallet() + " at " + discrepancy.time() + " that only " + discrepancy.source()
                        + " shows",
                "");
    }

    /** A movement around a capture of which nobody can say whether the capture contains it. */
    ReconciliationError error(LocalDate day, Booking booking) {
        return error(
                "BOUNDARY_AMBIGUOUS/" + day + "/" + booking.source() + "/" + booking.externalId(),
                booking.accountId(),
                "BOUNDARY_AMBIGUOUS",
                "",
                "nobody can say whether the capture that closes " + day + " contains this movement",
                booking.raw().key());
    }

    /** The exchange's snapshot does not agree with our capture. */
    ReconciliationError error(DailyBalance balance, BalanceSnapshot witness) {
        return error(
                "SNAPSHOT_DIFFERS/" + balance.date() + "/" + balance.wallet() + "/" + balance.asset(),
                balance.accountId(),
                "SNAPSHOT_DIFFERS",
                balance.asset(),
                "at the end of " + balance.date() + " the exchange's own snapshot says otherwise than our capture: see "
                        + "variances.csv of that day",
                witness.raw().key());
    }

    /** A wallet that moves and that nobody ever captured: its books cannot begin. */
    ReconciliationError notCaptured(String account, Wallet wallet, Booking first) {
        return error(
                "WALLET_NOT_CAPTURED/" + wallet,
                account,
                "WALLET_NOT_CAPTURED",
                "",
                "the wallet " + wallet + " moved at " + first.time()
                        + " and no source captures what it holds: its books " + "have not begun",
                first.raw().key());
    }

    private ReconciliationError error(
            String id, String account, String type, String asset, String message, String evidence) {
        return new ReconciliationError(id, at, account, type, asset, message, evidence, true, Optional.empty(), "");
    }
}
