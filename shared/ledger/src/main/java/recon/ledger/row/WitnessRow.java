package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import recon.ledger.RawRef;
import recon.ledger.Wallet;

/**
 * A movement as a second source shows it: compared with the books, never booked.
 *
 * @param accountId the account that saw it
 * @param source the witnessing source
 * @param externalId the row's key at the exchange, unique within account and source
 * @param time as the exchange stamps it, UTC
 * @param wallet the wallet that moved
 * @param asset the asset that moved
 * @param amount signed as the wallet sees it
 * @param raw the row it was derived from
 */
public record WitnessRow(
        String accountId,
        String source,
        String externalId,
        Instant time,
        Wallet wallet,
        String asset,
        BigDecimal amount,
        RawRef raw)
        implements Observation {
    public WitnessRow {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(source, "source is null");
        requireNonNull(externalId, "externalId is null");
        requireNonNull(time, "time is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
        requireNonNull(raw, "raw is null");
    }
}
