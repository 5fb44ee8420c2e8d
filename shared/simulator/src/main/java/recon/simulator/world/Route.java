package recon.simulator.world;

import java.util.Optional;

/**
 * A way between two wallets of one account.
 *
 * @param from the wallet that gives
 * @param to the wallet that receives
 */
public record Route(String from, String to) {
    /** As the exchange names it, for instance {@code MAIN_FUNDING}. */
    public String type() {
        return name(from) + "_" + name(to);
    }

    /** Whether the wallet is at either end. */
    public boolean touches(String wallet) {
        return from.equals(wallet) || to.equals(wallet);
    }

    /** Pair of the isolated wallet that gives. */
    public Optional<String> fromPair() {
        return Wallet.pair(from);
    }

    /** Pair of the isolated wallet that receives. */
    public Optional<String> toPair() {
        return Wallet.pair(to);
    }

    private static String name(String wallet) {
        return switch (wallet) {
            case Wallet.SPOT -> "MAIN";
            case Wallet.FUTURES -> "UMFUTURE";
            default -> Wallet.pair(wallet).isPresent() ? "ISOLATEDMARGIN" : wallet;
        };
    }
}
