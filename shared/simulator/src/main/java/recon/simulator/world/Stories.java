package recon.simulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import recon.simulator.futures.PositionSide;

/** The stories of the positions that are open. */
final class Stories {
    private final ContractHistory history;
    private final Map<Key, PositionStory> open = new HashMap<>();

    /**
     * A position there can be.
     *
     * @param uid whose it is
     * @param symbol the contract
     * @param side which of its positions
     */
    record Key(String uid, String symbol, PositionSide side) {}

    Stories(ContractHistory history) {
        this.history = history;
    }

    Optional<PositionStory> of(Key key) {
        return Optional.ofNullable(open.get(key));
    }

    PositionStory begun(Key key, boolean bought) {
        PositionStory story = new PositionStory(key.uid(), key.symbol(), key.side(), bought);
        open.put(key, story);
        history.add(key.uid(), story);
        return story;
    }

    void ended(Key key, long at) {
        of(key).ifPresent(story -> story.closed(at));
        open.remove(key);
    }
}
