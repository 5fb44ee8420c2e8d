package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;

/**
 * A deposit from outside (source: {@code GET /sapi/v1/capital/deposit/hisrec}).
 *
 * @param accountId who received it
 * @param id the exchange's id of the deposit
 * @param coin the asset
 * @param amount positive, in units of the coin
 * @param network the chain
 * @param address where it was sent to
 * @param txId the transaction on that chain; not unique
 * @param status 0 pending, 6 credited, 1 success, 2 rejected, 7 wrong, 8 waiting for the user
 * @param insertTime when it was first noticed, UTC
 * @param completeTime when it was credited, UTC; empty for old rows and some internal ones
 * @param wallet the wallet it was credited to
 */
public record Deposit(
        String accountId,
        String id,
        String coin,
        BigDecimal amount,
        String network,
        String address,
        String txId,
        int status,
        Instant insertTime,
        Optional<Instant> completeTime,
        Wallet wallet) {
    /** The name of the source. */
    public static final String SOURCE = "deposits";

    public Deposit {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(id, "id is null");
        requireNonNull(coin, "coin is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(network, "network is null");
        requireNonNull(address, "address is null");
        requireNonNull(txId, "txId is null");
        requireNonNull(insertTime, "insertTime is null");
        requireNonNull(completeTime, "completeTime is null");
        requireNonNull(wallet, "wallet is null");
    }

    /** Books the amount once it is credited, at the time of credit; approximate where only the insert time is known. */
    public RowSeen observe(Instant seenAt, RawRef raw) {
        Standing standing = standing();
        return new RowSeen(
                accountId,
                SOURCE,
                id,
                seenAt,
                standing,
                standing == Standing.SETTLED ? List.of(booking(raw)) : List.of());
    }

    private Standing standing() {
        return switch (status) {
            case 1, 6 -> Standing.SETTLED;
            case 2, 7 -> Standing.REFUSED;
            default -> Standing.PENDING;
        };
    }

    private Booking booking(RawRef raw) {
        TransferDetails details = new TransferDetails(address, network, txId);
        return new Booking(
                accountId,
                SOURCE,
                id,
                "credit",
                completeTime.orElse(insertTime),
                completeTime.isEmpty(),
                Optional.empty(),
                raw,
                List.of(TransferLeg.moved("deposit", wallet, coin, amount, details)));
    }
}
