package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.simulator.draw.Draw;

/** Turns a few dollars' worth of several assets into BNB, now and then, in the spot wallet. */
final class Dust implements DayPlan {
    private static final String TARGET = "BNB";
    private static final int MONEY_SCALE = 8;
    private static final int MOST_ASSETS = 4;
    private static final int LEAST_DOLLARS = 20;
    private static final BigDecimal CHARGE = new BigDecimal("0.02");

    private final Scene scene;
    private final boolean transferIsNet;

    Dust(Scene scene) {
        this.scene = scene;
        this.transferIsNet = scene.switches().wallets().dustTransferIsNet();
    }

    @Override
    public void plan(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "dust", dayStart, account);
        if (draw.chance(45)) {
            Draw own = Draw.of(draw.next(), "sweep");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> sweep(own, account, at));
        }
    }

    private void sweep(Draw draw, int account, long at) {
        List<String> able = new ArrayList<>(
                scene.wallets().worth(account, Wallet.SPOT, LEAST_DOLLARS, at, asset -> !asset.equals(TARGET)));
        List<DustRow.Detail> details = new ArrayList<>();
        int wanted = draw.between(1, MOST_ASSETS);
        while (!able.isEmpty() && details.size() < wanted) {
            String asset = able.remove(draw.below(able.size()));
            detail(asset, draw.between(1, 9), at).ifPresent(details::add);
        }
        if (details.isEmpty()) {
            return;
        }
        details.forEach(detail -> {
            scene.wallets()
                    .move(
                            account,
                            Wallet.SPOT,
                            detail.asset(),
                            at,
                            detail.amount().negate());
            scene.wallets()
                    .move(
                            account,
                            Wallet.SPOT,
                            TARGET,
                            at,
                            transferIsNet
                                    ? detail.transferred()
                                    : detail.transferred().subtract(detail.charge()));
        });
        scene.history()
                .dust()
                .add(
                        scene.uid(account),
                        new DustRow(scene.numbers().own("dust"), at, TARGET, draw.chance(60), details));
    }

    private Optional<DustRow.Detail> detail(String asset, int dollars, long at) {
        BigDecimal amount = scene.amounts().worth(asset, dollars, at);
        BigDecimal whole = scene.amounts()
                .dollars(asset, amount, at)
                .divide(scene.prices().usd(TARGET, at), MathContext.DECIMAL64)
                .setScale(MONEY_SCALE, RoundingMode.DOWN);
        BigDecimal charge = whole.multiply(CHARGE).setScale(MONEY_SCALE, RoundingMode.DOWN);
        return charge.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        new DustRow.Detail(asset, amount, transferIsNet ? whole.subtract(charge) : whole, charge));
    }
}
