package recon.collect.account;

import static java.util.Objects.requireNonNull;

import recon.binance.client.Credentials;
import recon.ledger.Account;

/**
 * An account whose books are kept.
 *
 * @param account who it is
 * @param main whether it is the main account, whose key sees the transfers of all sub-accounts
 * @param credentials its own read-only key
 */
public record CollectedAccount(Account account, boolean main, Credentials credentials) {
    public CollectedAccount {
        requireNonNull(account, "account is null");
        requireNonNull(credentials, "credentials is null");
    }
}
