package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * The exchange's rate limits as its listings of symbols and contracts told them, by the names of {@code rateLimits}.
 *
 * @param spot of {@code /api}; empty before the first listing
 * @param futures of {@code /fapi}; empty before the first listing
 */
public record ListedLimits(Optional<Map<String, Integer>> spot, Optional<Map<String, Integer>> futures) {
    public ListedLimits {
        requireNonNull(spot, "spot is null");
        requireNonNull(futures, "futures is null");
    }
}
