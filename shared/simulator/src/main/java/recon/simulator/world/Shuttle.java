package recon.simulator.world;

import java.math.BigDecimal;
import java.util.function.Predicate;
import recon.simulator.draw.Draw;

/** Moves shares of what an account has between two of its wallets, to and fro. */
final class Shuttle implements DayPlan {
    private static final int LEAST_DOLLARS = 100;

    private final Scene scene;
    private final Route there;
    private final Predicate<String> wanted;
    private final Reserve reserve;
    private final OwnTransfers transfers;

    /** What must stay in the wallet that is filled. */
    interface Reserve {
        BigDecimal of(int account, String asset, long ms);
    }

    Shuttle(Scene scene, Route there, Predicate<String> wanted, Reserve reserve, OwnTransfers transfers) {
        this.scene = scene;
        this.there = there;
        this.wanted = wanted;
        this.reserve = reserve;
        this.transfers = transfers;
    }

    @Override
    public void plan(long dayStart, int account) {
        Draw draw =
                Draw.of(scene.seed(), "shuttle " + there.type() + Wallet.pairOrEmpty(there.to()), dayStart, account);
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "own transfer");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> move(own, account, at));
        }
    }

    private void move(Draw draw, int account, long at) {
        boolean back = draw.chance(40)
                && !scene.wallets()
                        .worth(account, there.to(), LEAST_DOLLARS, at, wanted)
                        .isEmpty();
        Route route = back ? new Route(there.to(), there.from()) : there;
        scene.wallets()
                .coin(draw, account, route.from(), LEAST_DOLLARS, at, wanted)
                .ifPresent(coin -> {
                    BigDecimal free = scene.wallets()
                            .spendable(account, route.from(), coin)
                            .subtract(back ? reserve.of(account, coin, at) : BigDecimal.ZERO);
                    BigDecimal share = free.multiply(BigDecimal.valueOf(draw.between(30, 200), 3));
                    BigDecimal amount = scene.amounts().rounded(coin, share, at);
                    if (amount.signum() > 0) {
                        transfers.transfer(draw, account, route, coin, amount, at);
                    }
                });
    }
}
