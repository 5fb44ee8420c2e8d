package recon.ledger.row;

import static java.util.Objects.requireNonNull;

import recon.ledger.symbol.ContractListing;

/**
 * The futures contracts and limits of the exchange as of one answer.
 *
 * @param listing what was read
 */
public record ContractsListed(ContractListing listing) implements Observation {
    public ContractsListed {
        requireNonNull(listing, "listing is null");
    }
}
