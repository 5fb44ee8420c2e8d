package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import recon.ledger.position.row.PositionKey;

/**
 * What was held when the history begins.
 *
 * @param key the position
 * @param size of the base asset, short positions negative; never zero
 */
public record Opening(PositionKey key, BigDecimal size) {
    public Opening {
        requireNonNull(key, "key is null");
        if (size.signum() == 0) {
            throw new IllegalArgumentException("nothing was held: " + key);
        }
    }
}
