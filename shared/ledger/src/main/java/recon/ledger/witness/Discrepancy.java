package recon.ledger.witness;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import recon.ledger.Wallet;
import recon.ledger.row.WitnessRow;

/**
 * A movement that only one of two sources shows.
 *
 * @param kind which of the two has it
 * @param accountId the account concerned
 * @param source the source that shows it
 * @param externalId its key there
 * @param time as that source stamps it, UTC
 * @param wallet the wallet that moved; isolated margin without its pair where a source does not name it
 * @param asset the asset
 * @param amount signed as the account's wallet sees it
 */
public record Discrepancy(
        Kind kind,
        String accountId,
        String source,
        String externalId,
        Instant time,
        Wallet wallet,
        String asset,
        BigDecimal amount) {
    /** Which side is missing. */
    public enum Kind {
        /** A witness shows what the books do not have. */
        NOT_BOOKED,
        /** The books have what the witness does not show. */
        NOT_WITNESSED
    }

    /** A witness whose movement the books do not have. */
    public static Discrepancy notBooked(WitnessRow row) {
        return new Discrepancy(
                Kind.NOT_BOOKED,
                row.accountId(),
                row.source(),
                row.externalId(),
                row.time(),
                row.wallet(),
                row.asset(),
                row.amount());
    }

    /** Whether it is a transfer that a witness shows and nobody has booked. */
    public boolean unbookedTransfer() {
        return kind == Kind.NOT_BOOKED && WitnessRule.transfer(source, externalId);
    }

    public Discrepancy {
        requireNonNull(kind, "kind is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(source, "source is null");
        requireNonNull(externalId, "externalId is null");
        requireNonNull(time, "time is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
    }
}
