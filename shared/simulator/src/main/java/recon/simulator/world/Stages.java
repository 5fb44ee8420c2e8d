package recon.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One thing and how it came to stand over time.
 *
 * @param <S> how it stands
 */
public final class Stages<S> {
    private final ToLongFunction<S> stamp;
    private final List<S> stages = new ArrayList<>(2);

    /** @param first how it stood when it began */
    Stages(ToLongFunction<S> stamp, S first) {
        this.stamp = stamp;
        stages.add(first);
    }

    void add(S stage) {
        stages.add(stage);
    }

    /** When it began, epoch ms. */
    public long created() {
        return stamp.applyAsLong(stages.getFirst());
    }

    S last() {
        return stages.getLast();
    }

    /** How it stands at the instant; empty if it had not begun. */
    public Optional<S> at(long now) {
        int count = stages.size();
        while (count > 0 && stamp.applyAsLong(stages.get(count - 1)) > now) {
            count--;
        }
        return count == 0 ? Optional.empty() : Optional.of(stages.get(count - 1));
    }
}
