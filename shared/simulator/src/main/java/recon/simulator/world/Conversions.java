package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import recon.simulator.draw.Draw;

/** Plans a day's conversions of one account, all in the spot wallet. */
final class Conversions implements DayPlan {
    private static final int LEAST_DOLLARS = 200;
    private static final int MONEY_SCALE = 8;
    private static final BigDecimal SPREAD = new BigDecimal("0.998");
    private static final String DIGITS = "0123456789abcdef";

    private final Scene scene;
    private final List<String> targets;

    Conversions(Scene scene, List<String> targets) {
        this.scene = scene;
        this.targets = targets;
    }

    @Override
    public void plan(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "conversions", dayStart, account);
        int count = draw.between(0, 2);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "conversion");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> convert(own, account, at));
        }
    }

    private void convert(Draw draw, int account, long at) {
        String to = draw.pick(targets);
        scene.wallets()
                .coin(draw, account, Wallet.SPOT, LEAST_DOLLARS, at, asset -> !asset.equals(to))
                .ifPresent(from -> {
                    BigDecimal share = scene.wallets()
                            .spendable(account, Wallet.SPOT, from)
                            .multiply(BigDecimal.valueOf(draw.between(10, 80), 3));
                    BigDecimal given = scene.amounts().rounded(from, share, at);
                    BigDecimal received = scene.amounts()
                            .dollars(from, given, at)
                            .multiply(SPREAD)
                            .divide(scene.prices().usd(to, at), MathContext.DECIMAL64)
                            .setScale(MONEY_SCALE, RoundingMode.DOWN);
                    if (received.signum() > 0) {
                        add(draw, account, from, given, to, received, at);
                    }
                });
    }

    private void add(Draw draw, int account, String from, BigDecimal given, String to, BigDecimal received, long at) {
        ConvertRow row = new ConvertRow(
                draw.text(DIGITS, 32), scene.numbers().conversion(), from, given, to, received, at, !draw.chance(10));
        scene.history().conversions().add(scene.uid(account), row);
        if (row.success()) {
            scene.wallets().move(account, Wallet.SPOT, from, at, given.negate());
            scene.wallets().move(account, Wallet.SPOT, to, at, received);
        }
    }
}
