package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import recon.simulator.market.Contract;

/** The lines between wallets on which money goes to and fro. */
final class Lines {
    private static final Set<String> FUTURES_MARGINS = Set.of(Contract.MARGIN_ASSET, "BNB");

    private final Scene scene;

    Lines(Scene scene) {
        this.scene = scene;
    }

    /** Anything, between spot and funding wallet. */
    Shuttle.Line funding() {
        return new FromSpot(Wallet.FUNDING, _ -> true) {};
    }

    /** What can be margin, between spot and futures wallet; as much as all contracts stand for stays there. */
    Shuttle.Line futures(Positions positions) {
        return new FromSpot(Wallet.FUTURES, FUTURES_MARGINS::contains) {
            @Override
            public BigDecimal staying(int account, String asset, long ms) {
                return asset.equals(Contract.MARGIN_ASSET)
                        ? positions.notional(scene.uid(account), ms)
                        : BigDecimal.ZERO;
            }
        };
    }

    /** Some assets, between spot and cross margin wallet; what is owed of them stays there. */
    Shuttle.Line margin(Set<String> assets) {
        return new FromSpot(Wallet.MARGIN, assets::contains) {
            @Override
            public BigDecimal staying(int account, String asset, long ms) {
                return scene.wallets().purse(account, Wallet.MARGIN).owes(asset);
            }
        };
    }

    /** What a pair consists of, between the cross margin wallet and the pair's; what is owed of it stays there. */
    Shuttle.Line isolated(MarginDesk.Account desk) {
        return new Shuttle.Line() {
            @Override
            public Route there(int account) {
                return new Route(Wallet.MARGIN, desk.wallet(account));
            }

            @Override
            public boolean carries(int account, String asset) {
                return desk.symbols(account).stream()
                        .anyMatch(symbol ->
                                symbol.base().equals(asset) || symbol.quote().equals(asset));
            }

            @Override
            public BigDecimal staying(int account, String asset, long ms) {
                return scene.wallets().purse(account, desk.wallet(account)).owes(asset);
            }
        };
    }

    private abstract static class FromSpot implements Shuttle.Line {
        private final Route there;
        private final Predicate<String> carried;

        private FromSpot(String wallet, Predicate<String> carried) {
            this.there = new Route(Wallet.SPOT, wallet);
            this.carried = carried;
        }

        @Override
        public final Route there(int account) {
            return there;
        }

        @Override
        public final boolean carries(int account, String asset) {
            return carried.test(asset);
        }
    }
}
