package recon.ledger.order;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * How far an order is filled.
 *
 * @param quantity of the base asset, cumulative ({@code z})
 * @param quoteQuantity of the quote asset, cumulative ({@code Z})
 */
public record Filled(BigDecimal quantity, BigDecimal quoteQuantity) {
    private static final Comparator<Filled> PROGRESS =
            Comparator.comparing(Filled::quantity).thenComparing(Filled::quoteQuantity);

    public Filled {
        quantity = Amounts.plain(quantity);
        quoteQuantity = Amounts.plain(quoteQuantity);
    }

    /** The further of the two: what was filled stays filled. */
    Filled further(Filled other) {
        return PROGRESS.compare(this, other) >= 0 ? this : other;
    }

    /** This and one more trade. */
    Filled and(HealedFill fill) {
        return new Filled(quantity.add(fill.quantity()), quoteQuantity.add(fill.quoteQuantity()));
    }
}
