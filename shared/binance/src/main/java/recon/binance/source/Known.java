package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import recon.ledger.Wallet;

/**
 * What was learnt before. It is read when it is first asked for, which most walks never do, and it only grows.
 *
 * @param wallets those of the account that were ever captured
 * @param contracts every futures contract ever listed
 */
public record Known(Supplier<List<Wallet>> wallets, Supplier<List<String>> contracts) {
    /** Nothing was learnt. */
    public static final Known NOTHING = new Known(List::of, List::of);

    public Known {
        requireNonNull(wallets, "wallets is null");
        requireNonNull(contracts, "contracts is null");
    }

    /** The account's isolated margin pairs. */
    public List<String> isolatedPairs() {
        return wallets.get().stream().flatMap(wallet -> wallet.pair().stream()).toList();
    }

    /** Whether the account has a margin wallet, cross or isolated: without one nothing is asked about any. */
    public boolean margin() {
        return wallets.get().stream().anyMatch(Wallet::lends);
    }

    /** Whether the account has a wallet for futures: without one nothing is asked about it. */
    public boolean futures() {
        return wallets.get().contains(Wallet.FUTURES);
    }
}
