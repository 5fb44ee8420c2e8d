package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

/**
 * What was written about a trade. It is kept apart from the entries and joined when they are read.
 *
 * @param manual by a person
 * @param ai by a model
 */
public record Annotations(ManualFields manual, AiFields ai) {
    /** Nothing was written. */
    public static final Annotations NONE = new Annotations(ManualFields.NONE, AiFields.NONE);

    public Annotations {
        requireNonNull(manual, "manual is null");
        requireNonNull(ai, "ai is null");
    }
}
