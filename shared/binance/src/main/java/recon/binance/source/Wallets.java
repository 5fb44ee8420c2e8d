package recon.binance.source;

import org.jspecify.annotations.Nullable;
import recon.ledger.Wallet;

/** The wallets behind the exchange's various names for them. A name we do not know is kept as it is. */
public final class Wallets {
    private static final Wallet FUNDING = new Wallet("FUNDING");

    private Wallets() {}

    /** {@code walletType} of deposits and withdrawals: 0 spot, 1 funding; spot where it is missing. */
    public static Wallet ofType(@Nullable Integer type) {
        if (type == null || type == 0) {
            return Wallet.SPOT;
        }
        return type == 1 ? FUNDING : new Wallet("WALLET_TYPE_" + type);
    }

    /** {@code fromAccountType} and {@code toAccountType} of transfers between accounts. */
    public static Wallet ofAccountType(String type) {
        return type.equals("USDT_FUTURE") ? Wallet.FUTURES : new Wallet(type);
    }
}
