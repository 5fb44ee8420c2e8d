package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import recon.simulator.draw.Draw;

/** Pays small dividends into the spot wallet, and now and then takes one back. */
final class Dividends implements DayPlan {
    private static final List<String> REASONS =
            List.of("BNB Vault", "Launchpool", "Simple Earn", "Referral Kickback", "Airdrop");

    private static final int MONEY_SCALE = 8;

    private final Scene scene;
    private final List<String> assets;

    Dividends(Scene scene, List<String> assets) {
        this.scene = scene;
        this.assets = assets;
    }

    @Override
    public void plan(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "dividends", dayStart, account);
        int count = draw.between(0, 3);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "dividend");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> distribute(own, account, at));
        }
    }

    private void distribute(Draw draw, int account, long at) {
        long tranId = scene.numbers().own("distribution");
        String info = draw.pick(REASONS);
        int parts = draw.chance(25) ? 2 : 1;
        for (int i = 0; i < parts; i++) {
            String asset = draw.pick(assets);
            BigDecimal amount = BigDecimal.valueOf(draw.between(1, 300), 2)
                    .divide(scene.prices().usd(asset, at), MathContext.DECIMAL64)
                    .setScale(MONEY_SCALE, RoundingMode.UP);
            boolean back = draw.chance(15)
                    && scene.wallets()
                            .worth(account, Wallet.SPOT, 100, at, asset::equals)
                            .contains(asset);
            scene.wallets().move(account, Wallet.SPOT, asset, at, back ? amount.negate() : amount);
            scene.history()
                    .dividends()
                    .add(
                            scene.uid(account),
                            new DividendRow(scene.numbers().own("dividend"), tranId, asset, amount, at, info, !back));
        }
    }
}
