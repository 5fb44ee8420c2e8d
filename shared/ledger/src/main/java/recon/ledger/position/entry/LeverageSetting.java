package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a contract is margined.
 *
 * @param leverage times
 * @param marginType {@code CROSSED} or {@code ISOLATED}, unknown ones kept
 * @param source who says so
 */
public record LeverageSetting(Optional<Integer> leverage, Optional<String> marginType, LeverageSource source) {
    /** Nobody said anything. */
    public static final LeverageSetting UNKNOWN =
            new LeverageSetting(Optional.empty(), Optional.empty(), LeverageSource.UNKNOWN);

    public LeverageSetting {
        requireNonNull(leverage, "leverage is null");
        requireNonNull(marginType, "marginType is null");
        requireNonNull(source, "source is null");
    }
}
