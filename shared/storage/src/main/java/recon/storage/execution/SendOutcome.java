package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What came of a batch.
 *
 * @param again the positions of what is not in the queue and is to be sent again, from 0; empty if all of it is
 * @param why for people; empty text if all is well
 * @param pointers how many went to the archive, with a pointer to them in the queue
 */
public record SendOutcome(Set<Integer> again, String why, int pointers) {
    public SendOutcome {
        again = Set.copyOf(again);
        requireNonNull(why, "why is null");
    }
}
