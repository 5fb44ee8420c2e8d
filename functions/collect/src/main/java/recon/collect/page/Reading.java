package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import recon.binance.error.ExchangeError;
import recon.binance.source.Page;

/** What came of asking for a page; whatever the exchange sent is in the archive already. */
sealed interface Reading {
    /**
     * A page.
     *
     * @param page its rows, in terms of the books
     */
    record Sound(Page page) implements Reading {
        public Sound {
            requireNonNull(page, "page is null");
        }
    }

    /**
     * The exchange, or the way to it, said no, or nobody can use what it said.
     *
     * @param error what is wrong
     * @param key the archive key of what came
     */
    record Refused(ExchangeError error, String key) implements Reading {
        public Refused {
            requireNonNull(error, "error is null");
            requireNonNull(key, "key is null");
        }
    }

    /**
     * Nothing was sent: the budget is used up for now.
     *
     * @param until when to come back, on the exchange's clock
     * @param bucket what is used up
     */
    record Later(Instant until, String bucket) implements Reading {
        public Later {
            requireNonNull(until, "until is null");
            requireNonNull(bucket, "bucket is null");
        }
    }
}
