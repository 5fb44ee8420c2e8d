package recon.storage.event;

import java.util.List;
import java.util.Map;

/**
 * Which queues an event goes to: what the rules on the event bus are made from, and what the bus of one machine does
 * itself. A queue gets every event of a type; which collections concern it, it finds in their attributes
 * ({@link Collected#closesDay}).
 */
public final class Routes {
    /** Somebody wants trade entries to be made anew of what the archive holds. */
    public static final String AGGREGATION_REQUESTED = "AggregationRequested";

    /** The rules: an event's type to the kinds of the queues that want it. */
    public static final Map<String, List<String>> RULES =
            Map.of(Collected.TYPE, List.of("reconcile", "aggregate"), AGGREGATION_REQUESTED, List.of("aggregate"));

    private Routes() {}

    /** The kinds of the queues that an event of this type goes to; none for one that nobody listens to yet. */
    public static List<String> queuesFor(String type) {
        return RULES.getOrDefault(type, List.of());
    }
}
