package recon.ledger.witness;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Measure;
import recon.ledger.row.WitnessRow;

/**
 * One leg of a booking, or one row of a witness: what the two have in common.
 *
 * @param accountId the account
 * @param source the source that shows it
 * @param externalId its key there
 * @param time as that source stamps it, UTC
 * @param wallet the wallet, isolated margin without its pair: not every source names the pair
 * @param asset the asset
 * @param amount signed as the wallet sees it
 */
record Movement(
        String accountId,
        String source,
        String externalId,
        Instant time,
        Wallet wallet,
        String asset,
        BigDecimal amount) {
    Movement {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(source, "source is null");
        requireNonNull(externalId, "externalId is null");
        requireNonNull(time, "time is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(amount, "amount is null");
    }

    /** What a booking moves; what is owed is no movement. */
    static Stream<Movement> of(Booking booking) {
        return booking.legs().stream()
                .filter(leg -> leg.column().measure() == Measure.BALANCE)
                .map(leg -> new Movement(
                        booking.accountId(),
                        booking.source(),
                        booking.externalId(),
                        booking.time(),
                        family(leg.wallet()),
                        leg.asset(),
                        leg.amount()));
    }

    static Movement of(WitnessRow row) {
        return new Movement(
                row.accountId(),
                row.source(),
                row.externalId(),
                row.time(),
                family(row.wallet()),
                row.asset(),
                row.amount());
    }

    Discrepancy only(Discrepancy.Kind kind) {
        return new Discrepancy(kind, accountId, source, externalId, time, wallet, asset, amount);
    }

    private static Wallet family(Wallet wallet) {
        return wallet.pair().isPresent() ? Wallet.ISOLATED_MARGIN : wallet;
    }
}
