package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import recon.binance.error.ExchangeError;
import recon.binance.source.Page;
import recon.storage.work.StepOutcome;

/** What turning one page came to. */
sealed interface Turn {
    /**
     * The page was read; it is not booked yet.
     *
     * @param page its rows, in terms of the books
     * @param totals what it cost and brought, to be added to the task's totals
     */
    record Turned(Page page, Map<String, Long> totals) implements Turn {
        public Turned {
            requireNonNull(page, "page is null");
            totals = Map.copyOf(totals);
        }
    }

    /**
     * The task cannot go on now, or not at all.
     *
     * @param outcome what becomes of the task
     */
    record Stopped(StepOutcome outcome) implements Turn {
        public Stopped {
            requireNonNull(outcome, "outcome is null");
        }
    }

    /**
     * The exchange does not know the symbol.
     *
     * @param error what it said
     * @param key the archive key of what it said
     */
    record SymbolUnknown(ExchangeError error, String key) implements Turn {
        public SymbolUnknown {
            requireNonNull(error, "error is null");
            requireNonNull(key, "key is null");
        }
    }
}
