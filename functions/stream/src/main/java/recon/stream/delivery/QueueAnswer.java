package recon.stream.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** What came of a batch. */
public sealed interface QueueAnswer {
    /** All of it is in the queue, as it is or as a pointer to where it is. */
    record Accepted() implements QueueAnswer {}

    /**
     * Some of it is not.
     *
     * @param positions which reports of the batch are to be sent again, from 0
     * @param why for people
     */
    record Partly(Set<Integer> positions, String why) implements QueueAnswer {
        public Partly {
            positions = Set.copyOf(positions);
            requireNonNull(why, "why is null");
        }
    }

    /**
     * Nothing is known to be in the queue.
     *
     * @param why for people
     */
    record Failed(String why) implements QueueAnswer {
        public Failed {
            requireNonNull(why, "why is null");
        }
    }
}
