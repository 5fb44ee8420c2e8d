package recon.collect.account;

import java.util.List;
import java.util.Optional;
import recon.ledger.Account;

/**
 * All accounts whose books are kept.
 *
 * @param all in the order of the configuration
 */
public record Accounts(List<CollectedAccount> all) {
    public Accounts {
        all = List.copyOf(all);
        if (all.stream().map(a -> a.account().id()).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two accounts with one uid: each account is configured once");
        }
        if (all.stream().filter(CollectedAccount::main).count() > 1) {
            throw new IllegalArgumentException("more than one main account: mark one as main");
        }
    }

    /** The account with this uid, if it is configured. */
    public Optional<CollectedAccount> find(String uid) {
        return all.stream().filter(a -> a.account().id().equals(uid)).findFirst();
    }

    /** The sub-accounts. */
    public List<Account> subAccounts() {
        return all.stream()
                .filter(a -> !a.main())
                .map(CollectedAccount::account)
                .toList();
    }
}
