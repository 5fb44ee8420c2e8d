package recon.ledger.row;

import static java.util.Objects.requireNonNull;

/**
 * An account has to do with a futures contract: it holds a position in it, or an order waits in it. No endpoint lists the
 * contracts that an account ever traded.
 *
 * @param accountId the exchange's uid
 * @param contract the exchange's symbol
 */
public record ContractUsed(String accountId, String contract) implements Observation {
    public ContractUsed {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(contract, "contract is null");
    }
}
