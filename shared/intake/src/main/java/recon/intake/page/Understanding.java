package recon.intake.page;

import static java.util.Objects.requireNonNull;

import recon.binance.error.ExchangeError;
import recon.binance.source.Page;

/** What an answer turned out to be. */
public sealed interface Understanding {
    /**
     * A page.
     *
     * @param page its rows, in terms of the books
     */
    record Understood(Page page) implements Understanding {
        public Understood {
            requireNonNull(page, "page is null");
        }
    }

    /**
     * The exchange, or the way to it, said no, or nobody can use what it said. It means nothing for the books.
     *
     * @param error what is wrong
     */
    record Refused(ExchangeError error) implements Understanding {
        public Refused {
            requireNonNull(error, "error is null");
        }
    }
}
