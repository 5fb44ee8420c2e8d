package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.row.Final;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.DustAmount;

/**
 * A small balance turned into another asset (source: {@code GET /sapi/v1/asset/dribblet}).
 *
 * @param accountId whose balance
 * @param transId the exchange's id of the conversion; one conversion has a row for each asset given
 * @param wallet spot or margin
 * @param fromAsset what is given
 * @param amount positive, in units of what is given
 * @param targetAsset what is received
 * @param transferred in units of what is received; whether it contains the charge is a setting of the ledger
 * @param serviceCharge in units of what is received: positive is paid, negative is given back
 * @param time of the operation, UTC
 */
public record Dust(
        String accountId,
        long transId,
        Wallet wallet,
        String fromAsset,
        BigDecimal amount,
        String targetAsset,
        BigDecimal transferred,
        BigDecimal serviceCharge,
        Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "dust";

    public Dust {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(fromAsset, "fromAsset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(targetAsset, "targetAsset is null");
        requireNonNull(transferred, "transferred is null");
        requireNonNull(serviceCharge, "serviceCharge is null");
        requireNonNull(time, "time is null");
    }

    /** What is given, what it was worth, and the charge. */
    public Final observe(RawRef raw, LedgerSettings settings) {
        BigDecimal worth = settings.dustAmount() == DustAmount.NET ? transferred.add(serviceCharge) : transferred;
        Stream<Leg> moved =
                Stream.of(leg("dust_sell", fromAsset, amount.negate()), leg("dust_buy", targetAsset, worth));
        Stream<Leg> charged = serviceCharge.signum() == 0
                ? Stream.of()
                : Stream.of(leg("dust_fee", targetAsset, serviceCharge.negate()));
        return new Final(new Booking(
                accountId,
                SOURCE,
                transId + ":" + fromAsset,
                "dust",
                time,
                false,
                Optional.empty(),
                raw,
                Stream.concat(moved, charged).toList()));
    }

    private Leg leg(String subtype, String asset, BigDecimal signed) {
        return new TradeLeg(subtype, wallet, fromAsset + "/" + targetAsset, asset, signed, Optional.empty());
    }
}
