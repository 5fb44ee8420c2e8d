package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import recon.binance.budget.Limits;
import recon.binance.client.Credentials;
import recon.binance.source.Known;
import recon.binance.source.Scope;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.symbol.Symbol;

/**
 * Who reads, and how.
 *
 * @param account whose key is used
 * @param main whether it is the main account
 * @param credentials its key; empty for what is public
 * @param subAccounts the sub-accounts, for the main account
 * @param settings how the exchange behaves where its documentation is silent
 * @param symbols every symbol ever listed, by name; read when they are first asked for, which most sources do not
 * @param limits the exchange's limits
 * @param egress the address our requests come from
 * @param pageLimit the most rows to ask for in a page
 * @param known what was learnt before
 */
record Reader(
        Account account,
        boolean main,
        Optional<Credentials> credentials,
        List<Account> subAccounts,
        LedgerSettings settings,
        Supplier<Map<String, Symbol>> symbols,
        Limits limits,
        String egress,
        int pageLimit,
        Known known) {
    Reader {
        requireNonNull(account, "account is null");
        requireNonNull(credentials, "credentials is null");
        subAccounts = List.copyOf(subAccounts);
        requireNonNull(settings, "settings is null");
        requireNonNull(symbols, "symbols is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(egress, "egress is null");
        requireNonNull(known, "known is null");
    }

    Scope scope(TaskCursor cursor) {
        return new Scope(
                account,
                main,
                subAccounts,
                cursor.from(),
                cursor.to(),
                settings,
                name -> Optional.ofNullable(symbols.get().get(name)),
                pageLimit,
                limits,
                egress,
                known);
    }
}
