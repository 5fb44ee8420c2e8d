package recon.simulator.world;

import java.util.Optional;

/** Names of wallets. */
public final class Wallet {
    /** Free and locked spot balances. */
    public static final String SPOT = "SPOT";
    /** The funding wallet. */
    public static final String FUNDING = "FUNDING";
    /** The cross margin wallet. */
    public static final String MARGIN = "MARGIN";
    /** The wallet of contracts whose margin is dollars. */
    public static final String FUTURES = "FUTURES";
    /** Savings; nothing but the overview of wallets shows them here. */
    public static final String EARN = "EARN";

    private static final String ISOLATED = "ISOLATED_MARGIN:";

    private Wallet() {}

    /** The isolated margin wallet of a pair. */
    public static String isolated(String pair) {
        return ISOLATED + pair;
    }

    /** The pair of an isolated margin wallet; empty for any other wallet. */
    public static Optional<String> pair(String wallet) {
        return wallet.startsWith(ISOLATED) ? Optional.of(wallet.substring(ISOLATED.length())) : Optional.empty();
    }

    /** What margin calls the wallet's pair: empty for cross margin, or the pair. */
    static String pairOrEmpty(String wallet) {
        return pair(wallet).orElse("");
    }
}
