package recon.binance.source;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.ledger.Wallet;

/** The wallets behind the exchange's various names for them. A name we do not know is kept as it is. */
public final class Wallets {
    private static final Wallet COIN_FUTURES = new Wallet("COIN_FUTURES");

    /** By their names in transfer types; the pair of an isolated margin wallet is not among them. */
    private static final Map<String, Wallet> OF_TRANSFERS = Map.of(
            "MAIN", Wallet.SPOT,
            "FUNDING", Wallet.FUNDING,
            "MARGIN", Wallet.MARGIN,
            "ISOLATEDMARGIN", Wallet.ISOLATED_MARGIN,
            "UMFUTURE", Wallet.FUTURES,
            "CMFUTURE", COIN_FUTURES,
            "OPTION", new Wallet("OPTION"),
            "PORTFOLIO_MARGIN", new Wallet("PORTFOLIO_MARGIN"));

    private Wallets() {}

    /** {@code walletType} of deposits and withdrawals: 0 spot, 1 funding; spot where it is missing. */
    public static Wallet ofType(@Nullable Integer type) {
        if (type == null || type == 0) {
            return Wallet.SPOT;
        }
        return type == 1 ? Wallet.FUNDING : new Wallet("WALLET_TYPE_" + type);
    }

    /** {@code fromAccountType} and {@code toAccountType} of transfers between accounts. */
    public static Wallet ofAccountType(String type) {
        return switch (type) {
            case "USDT_FUTURE" -> Wallet.FUTURES;
            case "COIN_FUTURE" -> COIN_FUTURES;
            default -> new Wallet(type);
        };
    }

    /** A margin wallet: of the pair, or cross margin without one. */
    public static Wallet ofMargin(String pair) {
        return pair.isEmpty() ? Wallet.MARGIN : Wallet.isolated(pair);
    }

    /**
     * The two wallets of a transfer type such as {@code MAIN_UMFUTURE}.
     *
     * @param from the wallet that gives
     * @param to the wallet that receives
     */
    public record Way(Wallet from, Wallet to) {}

    /**
     * Between which wallets a type moves, each isolated margin pair being a wallet of its own.
     *
     * @param type one of {@code GET /sapi/v1/asset/transfer}
     * @param fromPair the pair that gives, the empty text where none does
     * @param toPair the pair that receives, the empty text where none does
     * @return empty for a type that we do not know
     */
    public static Optional<Way> ofTransfer(String type, String fromPair, String toPair) {
        return OF_TRANSFERS.keySet().stream()
                .filter(from -> type.startsWith(from + "_"))
                .filter(from -> OF_TRANSFERS.containsKey(type.substring(from.length() + 1)))
                .map(from -> new Way(wallet(from, fromPair), wallet(type.substring(from.length() + 1), toPair)))
                .findFirst();
    }

    private static Wallet wallet(String name, String pair) {
        Wallet wallet = OF_TRANSFERS.getOrDefault(name, new Wallet(name));
        return wallet.equals(Wallet.ISOLATED_MARGIN) && !pair.isEmpty() ? Wallet.isolated(pair) : wallet;
    }
}
