package recon.ledger.position.row;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.ledger.symbol.Contract;

/**
 * The contracts that are known, and what each is settled in (source: {@code GET /fapi/v1/exchangeInfo}).
 *
 * @param marginAssets by the contract's symbol
 * @param complete whether a symbol that is not among them does not exist
 */
public record ListedContracts(Map<String, String> marginAssets, boolean complete) {
    /** Nothing is known, and every symbol may exist. */
    public static final ListedContracts UNKNOWN = new ListedContracts(Map.of(), false);

    public ListedContracts {
        marginAssets = Map.copyOf(marginAssets);
    }

    /** All contracts that were ever listed. */
    public static ListedContracts of(Collection<Contract> contracts) {
        return new ListedContracts(
                contracts.stream()
                        .collect(Collectors.toMap(Contract::name, Contract::marginAsset, (first, second) -> second)),
                true);
    }

    /** Whether a contract of this name may exist. */
    public boolean possible(String symbol) {
        return !symbol.isEmpty() && (!complete || marginAssets.containsKey(symbol));
    }

    /** What the contract is settled in. */
    public Optional<String> marginAsset(String symbol) {
        return Optional.ofNullable(marginAssets.get(symbol));
    }
}
