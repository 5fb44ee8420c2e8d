package recon.intake.position;

import static java.util.Objects.requireNonNull;

/**
 * Something in the input that could not be used.
 *
 * @param finding what it is, in snake case
 * @param reference the file or archive key, and where in it
 * @param evidence for people
 */
public record Unread(String finding, String reference, String evidence) {
    public Unread {
        requireNonNull(finding, "finding is null");
        requireNonNull(reference, "reference is null");
        requireNonNull(evidence, "evidence is null");
    }
}
