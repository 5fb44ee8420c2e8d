package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;

/**
 * What was learnt before that a walk goes through one by one. It is read when it is first asked for, which most walks
 * never do, and it only grows.
 *
 * @param isolatedPairs the account's isolated margin pairs
 * @param contracts every futures contract ever listed
 */
public record Known(Supplier<List<String>> isolatedPairs, Supplier<List<String>> contracts) {
    /** Nothing was learnt. */
    public static final Known NOTHING = new Known(List::of, List::of);

    public Known {
        requireNonNull(isolatedPairs, "isolatedPairs is null");
        requireNonNull(contracts, "contracts is null");
    }
}
