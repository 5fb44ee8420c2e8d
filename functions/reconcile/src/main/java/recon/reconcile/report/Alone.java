package recon.reconcile.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import recon.ledger.Wallet;
import recon.ledger.match.InternalLeg;
import recon.ledger.match.UnmatchedLeg;
import recon.ledger.match.UnmatchedLeg.Reason;
import recon.ledger.witness.Discrepancy;

/** A row of {@code unmatched-transfers.csv}: what stands alone, and why. */
record Alone(
        Instant time,
        String accountId,
        Wallet wallet,
        String asset,
        BigDecimal amount,
        String source,
        String externalId,
        String matchId,
        String reason) {
    static final Comparator<Alone> ORDER = Comparator.comparing(Alone::time)
            .thenComparing(Alone::accountId)
            .thenComparing(Alone::source)
            .thenComparing(Alone::externalId)
            .thenComparing(Alone::amount);

    Alone {
        requireNonNull(time, "time is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(source, "source is null");
        requireNonNull(externalId, "externalId is null");
        requireNonNull(matchId, "matchId is null");
        requireNonNull(reason, "reason is null");
    }

    static Alone of(UnmatchedLeg unmatched) {
        InternalLeg leg = unmatched.leg();
        return new Alone(
                leg.time(),
                leg.booking().accountId(),
                leg.wallet(),
                leg.asset(),
                leg.amount(),
                leg.booking().source(),
                leg.booking().externalId(),
                leg.booking().matchId().orElse(""),
                reason(unmatched.reason()));
    }

    static Alone of(Discrepancy witness) {
        return new Alone(
                witness.time(),
                witness.accountId(),
                witness.wallet(),
                witness.asset(),
                witness.amount(),
                witness.source(),
                witness.externalId(),
                "",
                "seen by a witness and not booked");
    }

    private static String reason(Reason reason) {
        return switch (reason) {
            case OTHER_ACCOUNT_NOT_KEPT -> "the books of the other account are not kept";
            case NO_COUNTERPART -> "no counterpart is booked";
        };
    }
}
