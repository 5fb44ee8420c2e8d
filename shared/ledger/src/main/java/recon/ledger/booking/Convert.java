package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.TradeLeg;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;
import recon.ledger.setting.LedgerSettings;

/**
 * A convert of one asset into another (source: {@code GET /sapi/v1/convert/tradeFlow}).
 *
 * @param accountId who converted
 * @param orderId the exchange's id of the order; greater than 2^53
 * @param status {@code SUCCESS} counts
 * @param fromAsset what is given
 * @param fromAmount positive, in units of what is given
 * @param toAsset what is received
 * @param toAmount positive, in units of what is received
 * @param ratio units received for one unit given; empty where the exchange does not say
 * @param time of creation, UTC
 */
public record Convert(
        String accountId,
        long orderId,
        String status,
        String fromAsset,
        BigDecimal fromAmount,
        String toAsset,
        BigDecimal toAmount,
        Optional<BigDecimal> ratio,
        Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "convert";

    public Convert {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(status, "status is null");
        requireNonNull(fromAsset, "fromAsset is null");
        requireNonNull(fromAmount, "fromAmount is null");
        requireNonNull(toAsset, "toAsset is null");
        requireNonNull(toAmount, "toAmount is null");
        requireNonNull(ratio, "ratio is null");
        requireNonNull(time, "time is null");
    }

    /** Books what is given and what is received, in the wallet that the settings name. */
    public RowSeen observe(Instant seenAt, RawRef raw, LedgerSettings settings) {
        Standing standing = standing();
        return new RowSeen(
                accountId,
                SOURCE,
                Long.toString(orderId),
                seenAt,
                standing,
                standing == Standing.SETTLED ? List.of(booking(raw, wallet(settings))) : List.of());
    }

    private Standing standing() {
        return switch (status) {
            case "SUCCESS" -> Standing.SETTLED;
            case "FAIL", "FAILED" -> Standing.REFUSED;
            default -> Standing.PENDING;
        };
    }

    private static Wallet wallet(LedgerSettings settings) {
        return switch (settings.convertWallet()) {
            case SPOT -> Wallet.SPOT;
            case FUNDING -> Wallet.FUNDING;
        };
    }

    private Booking booking(RawRef raw, Wallet wallet) {
        String symbol = fromAsset + "/" + toAsset;
        return new Booking(
                accountId,
                SOURCE,
                Long.toString(orderId),
                "convert",
                time,
                false,
                Optional.empty(),
                raw,
                List.of(
                        new TradeLeg("convert_sell", wallet, symbol, fromAsset, fromAmount.negate(), ratio),
                        new TradeLeg("convert_buy", wallet, symbol, toAsset, toAmount, ratio)));
    }
}
