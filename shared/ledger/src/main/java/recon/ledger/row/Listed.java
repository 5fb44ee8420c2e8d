package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.symbol.SymbolListing;

/**
 * The symbols and limits of the exchange as of one answer.
 *
 * @param listing what was read
 */
public record Listed(SymbolListing listing) implements Observation {
    public Listed {
        requireNonNull(listing, "listing is null");
    }
}
