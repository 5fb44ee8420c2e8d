package recon.ledger.balance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import recon.ledger.RawRef;
import recon.ledger.Wallet;

/**
 * What the exchange itself wrote down of a wallet at the end of a UTC day (source:
 * {@code GET /sapi/v1/accountSnapshot}): the second witness beside our own capture. It is complete: an asset that it
 * does not name is zero.
 *
 * @param accountId the account
 * @param wallet the wallet
 * @param at the instant it is stamped with, normally 23:59:59.000 of its day; what is stamped then or later is not in it
 * @param raw the row it was derived from
 * @param balances one per asset
 */
public record BalanceSnapshot(String accountId, Wallet wallet, Instant at, RawRef raw, List<AssetBalance> balances) {
    public BalanceSnapshot {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(at, "at is null");
        requireNonNull(raw, "raw is null");
        balances = List.copyOf(balances);
    }

    /** The name of the source of a wallet's snapshots, for instance {@code spot-snapshot}. */
    public static String source(Wallet wallet) {
        return wallet.name().toLowerCase(Locale.ROOT) + "-snapshot";
    }

    /** The name of its source. */
    public String source() {
        return source(wallet);
    }

    /** The UTC day at whose end it was taken. */
    public LocalDate date() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
