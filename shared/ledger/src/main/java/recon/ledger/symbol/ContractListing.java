package recon.ledger.symbol;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The exchange's list of futures contracts and limits as of one answer. A contract that has left the list stays known.
 *
 * @param seenAt when the answer was received, on the exchange's clock
 * @param contracts every contract listed
 * @param limits the limits of {@code /fapi}: {@code <type>:<interval number><interval>} to limit, for instance
 *     {@code REQUEST_WEIGHT:1MINUTE} to 2400
 */
public record ContractListing(Instant seenAt, List<Contract> contracts, Map<String, Integer> limits) {
    public ContractListing {
        requireNonNull(seenAt, "seenAt is null");
        contracts = List.copyOf(contracts);
        limits = Map.copyOf(limits);
    }
}
