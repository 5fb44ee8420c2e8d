package recon.ledger.completeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.ledger.order.OrderSighting;
import recon.ledger.order.OrderState;

/**
 * Which reports of an order are missing, judged by what the exchange lists of it. Trades are not looked at: they can be
 * had one by one. A rejected order is in no list, so nobody can miss its report.
 */
public final class OrderCheck {
    private static final String NEW = "NEW";
    private static final String REPLACED = "REPLACED";
    private static final String FILLED = "FILLED";

    private OrderCheck() {}

    /** Whether only the list of its amendments can tell that nothing is missing: it may have rested and been amended. */
    public static boolean asksForAmendments(OrderSighting sighting, Optional<OrderState> known) {
        boolean rests = sighting.terms().timeInForce().equals("GTC")
                && !sighting.terms().type().equals("MARKET");
        return rests
                && known.map(state -> !saw(state, NEW)
                                || state.ordered().compareTo(sighting.terms().quantity()) != 0)
                        .orElse(true);
    }

    /**
     * The reports that are missing, in the order of an order's life.
     *
     * @param sighting the order as the exchange lists it
     * @param known what its reports left; empty if there was none
     * @param amendments all of the order; none where nobody had to ask
     * @param seen the execution ids of its reports, as far as they may tell amendments
     */
    public static List<LostReport> lost(
            OrderSighting sighting, Optional<OrderState> known, Collection<Amendment> amendments, Set<Long> seen) {
        List<LostReport> lost = new ArrayList<>();
        if (known.map(state -> !saw(state, NEW)).orElse(true)) {
            lost.add(new LostReport(
                    sighting.order(), NEW, Optional.empty(), sighting.terms().createdAt()));
        }
        lost.addAll(lostAmendments(amendments, seen));
        boolean endSeen =
                known.flatMap(OrderState::latest).map(last -> last.closed()).orElse(false);
        if (sighting.closed() && !endSeen && !sighting.status().equals(FILLED)) {
            lost.add(new LostReport(
                    sighting.order(), kindOfEnd(sighting.status()), Optional.empty(), sighting.updatedAt()));
        }
        return List.copyOf(lost);
    }

    /**
     * The amendments whose reports are missing, in the order given.
     *
     * @param seen the execution ids of reports of the symbol, as far as they may tell these amendments
     */
    public static List<LostReport> lostAmendments(Collection<Amendment> amendments, Set<Long> seen) {
        return amendments.stream()
                .filter(each -> !seen.contains(each.executionId()))
                .map(each -> new LostReport(each.order(), REPLACED, Optional.of(each.executionId()), each.time()))
                .toList();
    }

    private static boolean saw(OrderState state, String kind) {
        return state.kinds().getOrDefault(kind, 0L) > 0;
    }

    /** What the report was called that brought an order to this end. */
    private static String kindOfEnd(String status) {
        return status.equals("EXPIRED_IN_MATCH") ? "TRADE_PREVENTION" : status;
    }
}
