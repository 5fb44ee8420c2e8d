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
import recon.ledger.entry.Leg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;

/**
 * A transfer between two wallets of one account (source: {@code GET /sapi/v1/asset/transfer}).
 *
 * @param accountId whose wallets
 * @param tranId the exchange's id of the transfer
 * @param from the wallet that gives
 * @param to the wallet that receives
 * @param asset what moves
 * @param amount positive, in units of the asset
 * @param status {@code CONFIRMED} counts
 * @param time as the exchange stamps it, UTC
 */
public record OwnTransfer(
        String accountId,
        long tranId,
        Wallet from,
        Wallet to,
        String asset,
        BigDecimal amount,
        String status,
        Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "own-transfers";

    public OwnTransfer {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(status, "status is null");
        requireNonNull(time, "time is null");
    }

    /** Books one leg in each wallet; a side in a futures wallet is booked by its income. */
    public RowSeen observe(Instant seenAt, RawRef raw) {
        Standing standing = standing();
        List<Leg> legs = Stream.of(leg(from, to, amount.negate()), leg(to, from, amount))
                .filter(leg -> !leg.wallet().equals(Wallet.FUTURES))
                .toList();
        List<Booking> bookings =
                standing == Standing.SETTLED && !legs.isEmpty() ? List.of(booking(raw, legs)) : List.of();
        return new RowSeen(accountId, SOURCE, Long.toString(tranId), seenAt, standing, bookings);
    }

    private Standing standing() {
        return switch (status) {
            case "CONFIRMED" -> Standing.SETTLED;
            case "FAILED" -> Standing.REFUSED;
            default -> Standing.PENDING;
        };
    }

    private Booking booking(RawRef raw, List<Leg> legs) {
        return new Booking(
                accountId,
                SOURCE,
                Long.toString(tranId),
                "transfer",
                time,
                false,
                Optional.of(SOURCE + ":" + tranId),
                raw,
                legs);
    }

    private Leg leg(Wallet wallet, Wallet other, BigDecimal signed) {
        return TransferLeg.moved("own_transfer", wallet, asset, signed, new TransferDetails(other.name(), "", ""));
    }
}
