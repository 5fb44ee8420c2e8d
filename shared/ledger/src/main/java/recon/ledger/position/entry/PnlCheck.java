package recon.ledger.position.entry;

import java.math.BigDecimal;
import java.util.Optional;
import recon.ledger.position.Lifecycle;

/**
 * The profit that the exchange states beside the one that prices and quantities say, both before fees.
 *
 * @param calculated sum of exits less sum of entries, reversed for a short position; exact
 * @param reported sum of the {@code REALIZED_PNL} rows
 */
public record PnlCheck(BigDecimal calculated, BigDecimal reported) {
    /** The exchange rounds each fill; less than this is never looked at. In the margin asset. */
    public static final BigDecimal FLOOR = new BigDecimal("0.01");

    /** What a warning allows, of the reported profit. */
    public static final BigDecimal TOLERANCE = new BigDecimal("0.01");
    /** From here on it is suspicious, of the reported profit. */
    public static final BigDecimal SUSPICIOUS = new BigDecimal("0.1");

    /** That of a lifecycle; empty if not all of its fills are known or its profit is not. */
    public static Optional<PnlCheck> of(Lifecycle lifecycle) {
        return lifecycle.incomplete()
                ? Optional.empty()
                : lifecycle
                        .income()
                        .realizedPnl()
                        .map(reported -> new PnlCheck(lifecycle.pnlByPrice(BigDecimal.ZERO), reported));
    }

    /** Whether the two differ by more than that part of the reported one. */
    public boolean exceeds(BigDecimal tolerance) {
        return calculated
                        .subtract(reported)
                        .abs()
                        .compareTo(reported.abs().multiply(tolerance).max(FLOOR))
                > 0;
    }
}
