package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.row.Final;

/**
 * Interest that has accrued on a loan (source: {@code GET /sapi/v1/margin/interestHistory}). The balance is untouched
 * until it is paid.
 *
 * @param accountId who owes it
 * @param txId the exchange's id
 * @param wallet cross margin or an isolated pair
 * @param asset what it is owed in
 * @param interest positive is owed from now on
 * @param time of accrual, UTC
 */
public record MarginInterest(
        String accountId, long txId, Wallet wallet, String asset, BigDecimal interest, Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "margin-interest";

    public MarginInterest {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(interest, "interest is null");
        requireNonNull(time, "time is null");
    }

    /** One change of what is owed. */
    public Final observe(RawRef raw) {
        return new Final(new Booking(
                accountId,
                SOURCE,
                txId + ":" + asset,
                "interest",
                time,
                false,
                Optional.empty(),
                raw,
                List.of(DebtLeg.interest("margin_interest", wallet, asset, interest))));
    }
}
