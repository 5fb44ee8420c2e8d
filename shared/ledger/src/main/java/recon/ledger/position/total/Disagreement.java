package recon.ledger.position.total;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Witnesses of one contract, or of the wallet, that do not agree, and where.
 *
 * @param check what they say of these days
 * @param from the first UTC day of the rows
 * @param to the last, included
 */
public record Disagreement(TotalCheck check, LocalDate from, LocalDate to) {
    public Disagreement {
        requireNonNull(check, "check is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }
}
