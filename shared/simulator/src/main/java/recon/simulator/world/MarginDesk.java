package recon.simulator.world;

import java.util.List;
import java.util.stream.Stream;
import recon.simulator.market.Symbol;

/** Which margin wallets accounts have, and what they trade and borrow there. */
final class MarginDesk {
    private static final List<String> BASES = List.of("BTC", "ETH", "BNB", "XRP", "ADA", "LTC", "LINK");
    private static final String QUOTE = "USDT";

    private final List<Symbol> symbols;

    MarginDesk(Scene scene) {
        this.symbols = BASES.stream()
                .flatMap(base -> scene.market().pair(base, QUOTE).stream())
                .filter(symbol -> symbol.margin() && scene.market().everyday().contains(symbol))
                .toList();
    }

    /** Whether anything can be traded at all. */
    boolean any() {
        return !symbols.isEmpty();
    }

    /** The cross margin wallet, the same for all accounts. */
    Account cross() {
        return new Account() {
            @Override
            public String wallet(int account) {
                return Wallet.MARGIN;
            }

            @Override
            public List<Symbol> symbols(int account) {
                return symbols;
            }
        };
    }

    /** The wallet of one pair, not the same for all accounts. */
    Account isolated() {
        return new Account() {
            @Override
            public String wallet(int account) {
                return Wallet.isolated(symbol(account).name());
            }

            @Override
            public List<Symbol> symbols(int account) {
                return List.of(symbol(account));
            }
        };
    }

    private Symbol symbol(int account) {
        return symbols.get(account % Math.min(3, symbols.size()));
    }

    /** One kind of margin wallet. */
    interface Account {
        /** The wallet of an account, by its place. */
        String wallet(int account);

        /** What the account trades there. */
        List<Symbol> symbols(int account);

        /** What the account borrows there: dollars mostly. */
        default List<String> lendable(int account) {
            String base = symbols(account).getFirst().base();
            return Stream.of(QUOTE, QUOTE, base).toList();
        }
    }
}
