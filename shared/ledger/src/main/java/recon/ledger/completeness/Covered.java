package recon.ledger.completeness;

import java.time.Instant;

/**
 * A stretch of time in which somebody listened: everything that was received after {@code after} and up to {@code upTo}
 * is recorded. It claims nothing where {@code upTo} is not later.
 *
 * @param after exclusive, by our clock
 * @param upTo inclusive, by our clock
 */
public record Covered(Instant after, Instant upTo) {}
