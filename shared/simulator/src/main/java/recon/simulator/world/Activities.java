package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import recon.simulator.Activity;
import recon.simulator.market.Contract;

/** What accounts do besides, as the settings ask for. */
final class Activities {
    private static final Set<String> FUTURES_MARGINS = Set.of(Contract.MARGIN_ASSET, "BNB");

    private final List<DayPlan> plans = new ArrayList<>();

    Activities(Scene scene, Positions positions, Set<Activity> wanted) {
        OwnTransfers transfers = new OwnTransfers(scene);
        List<String> known = Stream.of("USDT", "BTC", "ETH", "BNB")
                .filter(scene.market().assets()::contains)
                .toList();
        if (wanted.contains(Activity.FUNDING)) {
            Route toFunding = new Route(Wallet.SPOT, Wallet.FUNDING);
            plans.add(new Shuttle(scene, toFunding, _ -> true, (_, _, _) -> BigDecimal.ZERO, transfers));
        }
        if (wanted.contains(Activity.CONVERSIONS)) {
            plans.add(new Conversions(scene, known));
            plans.add(new Dust(scene));
            plans.add(new Dividends(scene, known));
        }
        if (wanted.contains(Activity.FUTURES)) {
            plans.add(new Shuttle(
                    scene,
                    new Route(Wallet.SPOT, Wallet.FUTURES),
                    FUTURES_MARGINS::contains,
                    (account, asset, at) -> asset.equals(Contract.MARGIN_ASSET)
                            ? positions.notional(scene.uid(account), at)
                            : BigDecimal.ZERO,
                    transfers));
            plans.add(new FuturesTrading(scene, positions));
        }
    }

    void plan(long dayStart, int account) {
        plans.forEach(plan -> plan.plan(dayStart, account));
    }
}
