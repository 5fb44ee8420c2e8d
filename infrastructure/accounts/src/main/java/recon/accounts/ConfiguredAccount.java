package recon.accounts;

import static java.util.Objects.requireNonNull;

import recon.ledger.Account;
import recon.storage.secret.CredentialReference;

/**
 * One account of the file.
 *
 * @param key its place in the file, for instance {@code accounts[1]}
 * @param account who it is
 * @param main whether it is the main account
 * @param credentials where its key is kept
 */
public record ConfiguredAccount(String key, Account account, boolean main, CredentialReference credentials) {
    public ConfiguredAccount {
        requireNonNull(key, "key is null");
        requireNonNull(account, "account is null");
        requireNonNull(credentials, "credentials is null");
    }
}
