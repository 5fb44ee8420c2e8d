package recon.ledger.match;

import java.time.Duration;
import java.util.Comparator;

/**
 * Two legs that may belong together.
 *
 * @param one either of them
 * @param other the other one
 */
record Candidate(InternalLeg one, InternalLeg other) {
    /** The nearest in time first; of those the earliest. */
    static final Comparator<Candidate> NEAREST = Comparator.comparing(Candidate::apart)
            .thenComparing(Candidate::one, InternalLeg.ORDER)
            .thenComparing(Candidate::other, InternalLeg.ORDER);

    Duration apart() {
        return Duration.between(one.time(), other.time()).abs();
    }
}
