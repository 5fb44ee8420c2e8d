package recon.simulator.world;

import java.math.BigDecimal;
import recon.simulator.draw.Draw;

/** Moves shares of what an account has between two of its wallets, to and fro. */
final class Shuttle implements DayPlan {
    private static final int LEAST_DOLLARS = 100;

    private final Scene scene;
    private final Line line;
    private final OwnTransfers transfers;

    /** Between which wallets it goes, and with what. */
    interface Line {
        /** The way from the wallet that is filled from. */
        Route there(int account);

        /** Whether an asset is moved at all. */
        boolean carries(int account, String asset);

        /** What must stay in the wallet that is filled. */
        default BigDecimal staying(int account, String asset, long ms) {
            return BigDecimal.ZERO;
        }
    }

    Shuttle(Scene scene, Line line, OwnTransfers transfers) {
        this.scene = scene;
        this.line = line;
        this.transfers = transfers;
    }

    @Override
    public void plan(long dayStart, int account) {
        Route there = line.there(account);
        Draw draw = Draw.of(scene.seed(), "shuttle " + there.from() + " " + there.to(), dayStart, account);
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "own transfer");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> move(own, account, there, at));
        }
    }

    private void move(Draw draw, int account, Route there, long at) {
        Wallets wallets = scene.wallets();
        boolean back = draw.chance(40)
                && !wallets.worth(account, there.to(), LEAST_DOLLARS, at, asset -> line.carries(account, asset))
                        .isEmpty();
        Route route = back ? new Route(there.to(), there.from()) : there;
        wallets.coin(draw, account, route.from(), LEAST_DOLLARS, at, asset -> line.carries(account, asset))
                .ifPresent(coin -> {
                    BigDecimal free = wallets.spendable(account, route.from(), coin)
                            .subtract(back ? line.staying(account, coin, at) : BigDecimal.ZERO);
                    BigDecimal share = free.multiply(BigDecimal.valueOf(draw.between(30, 200), 3));
                    BigDecimal amount = scene.amounts().rounded(coin, share, at);
                    if (amount.signum() > 0) {
                        transfers.transfer(draw, account, route, coin, amount, at);
                    }
                });
    }
}
