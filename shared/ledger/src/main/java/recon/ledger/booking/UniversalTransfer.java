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
 * A transfer between two accounts or wallets as the master sees it, the view that books
 * (source: {@code GET /sapi/v1/sub-account/universalTransfer}).
 *
 * @param readerId the master's uid
 * @param tranId the exchange's id of the transfer
 * @param from who gives
 * @param to who receives
 * @param asset what moves
 * @param amount positive, in units of the asset
 * @param status {@code SUCCESS} counts
 * @param time its creation, UTC
 */
public record UniversalTransfer(
        String readerId,
        long tranId,
        Party from,
        Party to,
        String asset,
        BigDecimal amount,
        String status,
        Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "universal-transfers";

    public UniversalTransfer {
        requireNonNull(readerId, "readerId is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(status, "status is null");
        requireNonNull(time, "time is null");
    }

    /** Books both sides in one row; a side in a futures wallet is booked by its income, an unknown account not at all. */
    public RowSeen observe(Instant seenAt, RawRef raw) {
        return observe(SOURCE, seenAt, raw);
    }

    /**
     * The same for a transfer that another source shows under an id of its own.
     *
     * @param source the source that books it
     */
    public RowSeen observe(String source, Instant seenAt, RawRef raw) {
        Standing standing = standing();
        List<Booking> bookings = standing == Standing.SETTLED
                ? Stream.of(
                                side(source, "from", from, to, amount.negate(), raw),
                                side(source, "to", to, from, amount, raw))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
        return new RowSeen(readerId, source, Long.toString(tranId), seenAt, standing, bookings);
    }

    private Standing standing() {
        return switch (status) {
            case "SUCCESS" -> Standing.SETTLED;
            case "FAILURE", "FAILED" -> Standing.REFUSED;
            default -> Standing.PENDING;
        };
    }

    private Optional<Booking> side(
            String source, String part, Party party, Party other, BigDecimal signed, RawRef raw) {
        if (party.wallet().equals(Wallet.FUTURES)) {
            return Optional.empty();
        }
        Leg leg = TransferLeg.moved(
                "universal_transfer", party.wallet(), asset, signed, new TransferDetails(other.email(), "", ""));
        return party.accountId()
                .map(id -> new Booking(
                        id,
                        source,
                        Long.toString(tranId),
                        part,
                        time,
                        false,
                        Optional.of(source + ":" + tranId),
                        raw,
                        List.of(leg)));
    }
}
