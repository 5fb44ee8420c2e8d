package recon.local.positions;

import static java.util.Objects.requireNonNull;

/**
 * Something in the input that could not be used.
 *
 * @param finding what it is, in snake case
 * @param reference the file, and where in it
 * @param evidence for people
 */
record Unread(String finding, String reference, String evidence) {
    Unread {
        requireNonNull(finding, "finding is null");
        requireNonNull(reference, "reference is null");
        requireNonNull(evidence, "evidence is null");
    }
}
