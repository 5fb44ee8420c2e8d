package recon.ledger.integrity;

import java.math.BigDecimal;
import java.util.Optional;

/** One row of an archived answer, under the exchange's own names: read again from the bytes, not from the books. */
public interface ArchivedRow {
    /** What a field says, as text; empty if it is not there. */
    Optional<String> text(String field);

    /** What a field says, as an exact decimal; empty if it is not there or is none. */
    default Optional<BigDecimal> amount(String field) {
        try {
            return text(field).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
