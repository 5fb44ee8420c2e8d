package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.ListedContracts;
import recon.ledger.position.row.MinutePrices;

/**
 * What a fold knows beside the rows of the account.
 *
 * @param contracts what is listed, and what it is settled in
 * @param rates by which net funding rows are shared
 * @param prices at which fees in other assets are valued
 * @param openings what was held when the history begins, as {@link OpeningSearch} found it
 */
public record Known(ListedContracts contracts, FundingRates rates, MinutePrices prices, List<Opening> openings) {
    /** Nothing. */
    public static final Known NOTHING =
            new Known(ListedContracts.UNKNOWN, FundingRates.NONE, MinutePrices.NONE, List.of());

    public Known {
        requireNonNull(contracts, "contracts is null");
        requireNonNull(rates, "rates is null");
        requireNonNull(prices, "prices is null");
        openings = List.copyOf(openings);
    }
}
