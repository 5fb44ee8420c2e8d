package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import recon.simulator.Activity;

/** What accounts do besides, as the settings ask for. */
final class Activities {
    private final List<DayPlan> plans = new ArrayList<>();

    Activities(Scene scene, Set<Activity> wanted) {
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
    }

    void plan(long dayStart, int account) {
        plans.forEach(plan -> plan.plan(dayStart, account));
    }
}
