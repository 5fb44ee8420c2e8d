package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.util.Map;

/** What a wallet held when the day began. */
public sealed interface Opening {
    /**
     * The balances are known.
     *
     * @param balances by asset, in units of the asset; an asset that is not named is zero
     * @param carried whether they had to be calculated because the capture of the day before is missing
     */
    record Known(Map<String, BigDecimal> balances, boolean carried) implements Opening {
        public Known {
            balances = Map.copyOf(balances);
        }
    }

    /** Nothing was closed before this day: the books begin with the capture at its end. */
    record BooksBegin() implements Opening {}
}
