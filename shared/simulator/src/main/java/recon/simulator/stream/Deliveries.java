package recon.simulator.stream;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent to whom and what was not: the truth that a customer's records can be held against. Events of a {@link
 * LoadEmitter} are counted and not kept.
 */
public final class Deliveries {
    private final List<Delivery> all = new ArrayList<>();
    private final Map<StreamFault, Integer> faults = new EnumMap<>(StreamFault.class);
    private long published;

    Deliveries() {}

    /** All deliveries so far, in the order in which they were sent or given up. Held-back events are not yet there. */
    public synchronized List<Delivery> all() {
        return List.copyOf(all);
    }

    /** Deliveries to one session. */
    public synchronized List<Delivery> to(StreamSession session) {
        return all.stream().filter(each -> each.session() == session.id()).toList();
    }

    /** How often each fault has struck. */
    public synchronized Map<StreamFault, Integer> faults() {
        return Map.copyOf(faults);
    }

    /** Events of a load emitter that were sent, once per subscription. */
    public synchronized long published() {
        return published;
    }

    synchronized void add(Delivery delivery) {
        all.add(delivery);
    }

    synchronized void struck(StreamFault fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    synchronized void published(int copies) {
        published += copies;
    }
}
