package recon.local.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import recon.binance.client.Hosts;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.collect.account.CredentialReader;
import recon.collect.account.CredentialReference;
import recon.collect.account.CredentialsUnusable;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;

/**
 * Whose books are kept, at which exchange. It holds no key, only where each is kept.
 *
 * @param file where it was read from
 * @param hosts the exchange
 * @param egress the address our requests come from, by the name that all share who use it
 * @param settings how the exchange behaves where its documentation is silent
 * @param accounts in the order of the file
 */
public record Configuration(
        Path file, Hosts hosts, String egress, LedgerSettings settings, List<ConfiguredAccount> accounts) {
    public Configuration {
        requireNonNull(file, "file is null");
        requireNonNull(hosts, "hosts is null");
        requireNonNull(egress, "egress is null");
        requireNonNull(settings, "settings is null");
        accounts = List.copyOf(accounts);
    }

    /**
     * One account.
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

    /**
     * The accounts with their keys.
     *
     * @throws ConfigurationError if a key is not where the file says, or cannot be used
     */
    public Accounts withKeys(CredentialReader reader) {
        return new Accounts(
                accounts.stream().map(configured -> withKey(configured, reader)).toList());
    }

    private CollectedAccount withKey(ConfiguredAccount configured, CredentialReader reader) {
        try {
            return new CollectedAccount(configured.account(), configured.main(), reader.read(configured.credentials()));
        } catch (CredentialsUnusable e) {
            throw new ConfigurationError(file, configured.key() + ".credentials:", String.valueOf(e.getMessage()));
        }
    }
}
