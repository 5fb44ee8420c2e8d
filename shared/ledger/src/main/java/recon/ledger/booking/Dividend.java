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
import recon.ledger.row.Final;

/**
 * A distribution, an airdrop or a rebate (source: {@code GET /sapi/v1/asset/assetDividend}).
 *
 * @param accountId who received it
 * @param id the exchange's id of the row; the id of the transaction repeats
 * @param asset what moves
 * @param amount positive, in units of the asset
 * @param received whether it came in; the exchange also takes back
 * @param reason the exchange's own words
 * @param time of the distribution, UTC
 */
public record Dividend(
        String accountId, long id, String asset, BigDecimal amount, boolean received, String reason, Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "dividends";

    public Dividend {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(time, "time is null");
    }

    /** One leg in the spot wallet, by its direction. */
    public Final observe(RawRef raw) {
        return new Final(new Booking(
                accountId,
                SOURCE,
                Long.toString(id),
                "dividend",
                time,
                false,
                Optional.empty(),
                raw,
                List.of(TransferLeg.moved(
                        "dividend",
                        Wallet.SPOT,
                        asset,
                        received ? amount : amount.negate(),
                        new TransferDetails(reason, "", "")))));
    }
}
