package recon.reconcile.close;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.witness.Discrepancy;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;

/**
 * What a person has to look at after a day of an account was closed. The same finding has the same id, however often it is
 * met; closing the day again replaces them.
 */
final class Findings {
    private final String account;
    private final LocalDate day;
    private final Instant at;
    private final List<ReconciliationError> ofTheDay = new ArrayList<>();

    /**
     * Nothing found yet.
     *
     * @param at when the day is closed
     */
    Findings(String account, LocalDate day, Instant at) {
        this.account = requireNonNull(account, "account is null");
        this.day = requireNonNull(day, "day is null");
        this.at = requireNonNull(at, "at is null");
    }

    /** A movement that only one of two sources shows. */
    void add(Discrepancy discrepancy) {
        add(
                discrepancy.kind().name(),
                discrepancy.source() + "/" + discrepancy.externalId() + "/" + discrepancy.wallet(),
                discrepancy.asset(),
                "a movement of " + discrepancy.amount().toPlainString() + " " + discrepancy.asset() + " in "
                        + discrepancy.wallet() + " at " + discrepancy.time() + " that only " + discrepancy.source()
                        + " shows",
                "");
    }

    /** A movement around a capture of which nobody can say whether the capture contains it. */
    void ambiguous(Booking booking) {
        add(
                "BOUNDARY_AMBIGUOUS",
                booking.source() + "/" + booking.externalId(),
                "",
                "nobody can say whether the capture that closes " + day + " contains this movement",
                booking.raw().key());
    }

    /** The exchange's snapshot does not agree with our capture. */
    void disputed(DailyBalance balance, BalanceSnapshot witness) {
        add(
                "SNAPSHOT_DIFFERS",
                balance.wallet() + "/" + balance.asset(),
                balance.asset(),
                "at the end of " + day + " the exchange's own snapshot of " + balance.wallet()
                        + " says otherwise than our capture: see variances.csv of that day",
                witness.raw().key());
    }

    /** Keeps them in the place of those of an earlier closing. */
    void keep(Registry registry) {
        registry.replace(account, "close/" + day + "/", ofTheDay, at);
    }

    /** A wallet that moves and that nobody ever captured: its books cannot begin. */
    ReconciliationError notCaptured(Wallet wallet, Booking first) {
        return error(
                "WALLET_NOT_CAPTURED/" + wallet,
                "WALLET_NOT_CAPTURED",
                "",
                "the wallet " + wallet + " moved at " + first.time()
                        + " and no source captures what it holds: its books have not begun",
                first.raw().key());
    }

    private void add(String type, String subject, String asset, String message, String evidence) {
        ofTheDay.add(error("close/" + day + "/" + type + "/" + subject, type, asset, message, evidence));
    }

    private ReconciliationError error(String id, String type, String asset, String message, String evidence) {
        return new ReconciliationError(id, at, account, type, asset, message, evidence, true, Optional.empty(), "");
    }
}
