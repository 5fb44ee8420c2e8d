package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;

/**
 * Something borrowed or paid back in a margin wallet (source: {@code GET /sapi/v1/margin/borrow-repay}).
 *
 * @param accountId who borrowed
 * @param kind which of the two
 * @param txId the exchange's id
 * @param wallet cross margin or an isolated pair
 * @param asset what is owed
 * @param amount positive: what the balance moves by, principal and interest together
 * @param principal positive: what the loan changes by
 * @param interest positive: the interest that is paid with it
 * @param status {@code CONFIRMED} counts
 * @param time as the exchange stamps it, UTC
 */
public record MarginLoan(
        String accountId,
        Kind kind,
        long txId,
        Wallet wallet,
        String asset,
        BigDecimal amount,
        BigDecimal principal,
        BigDecimal interest,
        String status,
        Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "borrow-repay";

    /** Which way it goes. */
    public enum Kind {
        BORROW,
        REPAY
    }

    public MarginLoan {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(principal, "principal is null");
        requireNonNull(interest, "interest is null");
        requireNonNull(status, "status is null");
        requireNonNull(time, "time is null");
    }

    /** The balance moves one way, what is owed the same way. */
    public RowSeen observe(Instant seenAt, RawRef raw) {
        Standing standing = standing();
        return new RowSeen(
                accountId,
                SOURCE,
                kind + ":" + txId,
                seenAt,
                standing,
                standing == Standing.SETTLED ? List.of(booking(raw)) : List.of());
    }

    private Standing standing() {
        return switch (status) {
            case "CONFIRMED" -> Standing.SETTLED;
            case "FAILED" -> Standing.REFUSED;
            default -> Standing.PENDING;
        };
    }

    private Booking booking(RawRef raw) {
        return new Booking(accountId, SOURCE, kind + ":" + txId, "loan", time, false, Optional.empty(), raw, legs());
    }

    private List<Leg> legs() {
        return switch (kind) {
            case BORROW ->
                List.of(
                        TransferLeg.moved("margin_borrow", wallet, asset, amount, TransferDetails.NONE),
                        DebtLeg.loan("margin_borrow", wallet, asset, principal));
            case REPAY ->
                Stream.<Leg>of(
                                TransferLeg.moved("margin_repay", wallet, asset, amount.negate(), TransferDetails.NONE),
                                DebtLeg.loan("margin_repay", wallet, asset, principal.negate()),
                                DebtLeg.interest("margin_repay", wallet, asset, interest.negate()))
                        .filter(leg -> leg.amount().signum() != 0)
                        .toList();
        };
    }
}
