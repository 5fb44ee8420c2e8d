package recon.ledger.reconcile;

import java.math.BigDecimal;
import java.util.Map;

/** What a wallet held when the day began. */
public sealed interface Opening {
    /**
     * The balances are known.
     *
     * @param balances by asset, in units of the asset; an asset that is not named is zero
     * @param loans what is owed without interest, by asset; positive
     * @param interest the interest that is owed, by asset; positive
     * @param carried whether they had to be calculated because the capture of the day before is missing
     */
    record Known(
            Map<String, BigDecimal> balances,
            Map<String, BigDecimal> loans,
            Map<String, BigDecimal> interest,
            boolean carried)
            implements Opening {
        public Known {
            balances = Map.copyOf(balances);
            loans = Map.copyOf(loans);
            interest = Map.copyOf(interest);
        }

        /** A wallet that owes nothing. */
        public Known(Map<String, BigDecimal> balances, boolean carried) {
            this(balances, Map.of(), Map.of(), carried);
        }

        /** What the wallet held or owed. */
        BigDecimal of(Held held) {
            Map<String, BigDecimal> known = switch (held.measure()) {
                case BALANCE -> balances;
                case LOAN -> loans;
                case INTEREST -> interest;
            };
            return known.getOrDefault(held.asset(), BigDecimal.ZERO);
        }
    }

    /** Nothing was closed before this day: the books begin with the capture at its end. */
    record BooksBegin() implements Opening {}
}
