package recon.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import recon.simulator.Activity;

/** What accounts do besides, as the settings ask for. */
final class Activities {
    private final List<DayPlan> plans = new ArrayList<>();

    Activities(Scene scene, Positions positions, Set<Activity> wanted) {
        Flows flows = new Flows(scene);
        OwnTransfers transfers = new OwnTransfers(scene, flows);
        Lines lines = new Lines(scene);
        MarginDesk desk = new MarginDesk(scene);
        List<String> known = Stream.of("USDT", "BTC", "ETH", "BNB")
                .filter(scene.market().assets()::contains)
                .toList();
        if (wanted.contains(Activity.FUNDING)) {
            plans.add(new Shuttle(scene, lines.funding(), transfers));
        }
        if (wanted.contains(Activity.ALLOCATIONS)) {
            plans.add(new Allocations(scene));
        }
        if (wanted.contains(Activity.PREVENTED_MATCHES)) {
            plans.add(new PreventedMatches(scene));
        }
        if (wanted.contains(Activity.CONVERSIONS)) {
            plans.add(new Conversions(scene, known));
            plans.add(new Dust(scene));
            plans.add(new Dividends(scene, known));
        }
        if (wanted.contains(Activity.FUTURES)) {
            plans.add(new Shuttle(scene, lines.futures(positions), transfers));
            plans.add(new FuturesTrading(scene, positions));
            plans.add(new FuturesTransfers(scene, positions));
        }
        if (wanted.contains(Activity.MARGIN) && desk.any()) {
            plans.add(new Shuttle(scene, lines.margin(Set.copyOf(known)), transfers));
            margin(scene, desk.cross(), flows);
        }
        if (wanted.contains(Activity.ISOLATED_MARGIN) && desk.any()) {
            plans.add(new Shuttle(scene, lines.isolated(desk.isolated()), transfers));
            margin(scene, desk.isolated(), flows);
        }
    }

    void plan(long dayStart, int account) {
        plans.forEach(plan -> plan.plan(dayStart, account));
    }

    private void margin(Scene scene, MarginDesk.Account desk, Flows flows) {
        plans.add(new Loans(scene, desk, flows));
        plans.add(new MarginTrading(scene, desk, flows));
    }
}
