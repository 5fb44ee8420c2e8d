package recon.ledger.balance;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.Wallet;

/**
 * Our own snapshot of a wallet. It is complete: an asset that it does not name is zero.
 *
 * @param accountId the account
 * @param wallet the wallet
 * @param source where it was read, for instance {@code spot-account}
 * @param sentAt when the request left, on the exchange's clock
 * @param receivedAt when the answer came, on the exchange's clock
 * @param updateTime the exchange's own time of the last change, where the endpoint has one
 * @param raw the answer it was derived from
 * @param balances one per asset
 * @param positions the open futures positions; none outside futures
 */
public record BalanceCapture(
        String accountId,
        Wallet wallet,
        String source,
        Instant sentAt,
        Instant receivedAt,
        Optional<Instant> updateTime,
        RawRef raw,
        List<AssetBalance> balances,
        List<CapturedPosition> positions) {
    public BalanceCapture {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(source, "source is null");
        requireNonNull(sentAt, "sentAt is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(updateTime, "updateTime is null");
        requireNonNull(raw, "raw is null");
        balances = List.copyOf(balances);
        positions = List.copyOf(positions);
    }

    /** A capture without positions. */
    public BalanceCapture(
            String accountId,
            Wallet wallet,
            String source,
            Instant sentAt,
            Instant receivedAt,
            Optional<Instant> updateTime,
            RawRef raw,
            List<AssetBalance> balances) {
        this(accountId, wallet, source, sentAt, receivedAt, updateTime, raw, balances, List.of());
    }

    /** What a capture of all isolated margin pairs says of a pair that it does not name: it holds nothing. */
    public BalanceCapture nothingIn(Wallet other) {
        return new BalanceCapture(accountId, other, source, sentAt, receivedAt, updateTime, raw, List.of());
    }

    /**
     * Whether nothing had moved for longer than a movement may take to show, so that no movement before the capture
     * is in doubt. Only an endpoint with an update time can tell.
     */
    public boolean quiet(Duration effectDelay) {
        return updateTime
                .filter(update ->
                        effectDelay.isZero() || update.plus(effectDelay).isBefore(sentAt))
                .isPresent();
    }
}
