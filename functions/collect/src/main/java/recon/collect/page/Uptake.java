package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Cursor;
import recon.binance.source.Page;

/** What becomes of the pages of a walk from symbol to symbol. */
interface Uptake {
    /** Takes a page in. */
    Taken take(SymbolWalk walk, Page page);

    /** When anything last happened in a symbol, as far as the last page of its walk, or its cursor, says. */
    Optional<Instant> lastActive(Page last);

    /**
     * What came of taking a page in.
     *
     * @param next where the walk goes on
     * @param more whether something has to be done before it goes on, or before the symbol is done with
     * @param totals what is added to the task's totals
     */
    record Taken(Cursor next, boolean more, Map<String, Long> totals) {
        public Taken {
            requireNonNull(next, "next is null");
            totals = Map.copyOf(totals);
        }
    }
}
