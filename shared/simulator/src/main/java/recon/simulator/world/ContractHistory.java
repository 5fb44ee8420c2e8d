package recon.simulator.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.simulator.futures.AlgoState;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.OrderState;

/** All rows in contracts by account, as far as the world has come; rows to come of the last day are among them. */
public final class ContractHistory {
    private final Shelf<ContractFill> fills = new Shelf<>(ContractFill::time);
    private final Shelf<Stages<OrderState>> orders = new Shelf<>(Stages::created);
    private final Shelf<Stages<AlgoState>> algos = new Shelf<>(Stages::created);
    private final Shelf<ForcedClosing> forced = new Shelf<>(ForcedClosing::time);
    private final Map<String, List<PositionStory>> stories = new HashMap<>();

    ContractHistory() {}

    /** Fills, ascending by time, those of a contract by id. */
    public Shelf<ContractFill> fills() {
        return fills;
    }

    /** Orders, ascending by creation, those of a contract by id. */
    public Shelf<Stages<OrderState>> orders() {
        return orders;
    }

    /** Conditional orders, ascending by creation and by id. */
    public Shelf<Stages<AlgoState>> algos() {
        return algos;
    }

    /** What the exchange closed by force, settlements apart. */
    public Shelf<ForcedClosing> forced() {
        return forced;
    }

    void add(String uid, PositionStory story) {
        stories.computeIfAbsent(uid, _ -> new ArrayList<>()).add(story);
    }

    /** What became of an account's positions, in the order of their beginning. */
    public List<PositionStory> stories(String uid) {
        return Collections.unmodifiableList(stories.getOrDefault(uid, List.of()));
    }
}
