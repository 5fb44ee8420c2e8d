package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.valuation.ClosePrice;

/**
 * A symbol's last price of a day, or that it had none.
 *
 * @param price what was read
 */
public record Priced(ClosePrice price) implements Observation {
    public Priced {
        requireNonNull(price, "price is null");
    }
}
