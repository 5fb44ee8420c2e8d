package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.symbol.Symbol;

/**
 * What a walk covers and for whom. It stays the same from the first page to the last.
 *
 * @param account whose key asks
 * @param main whether it is the main account
 * @param subAccounts the sub-accounts configured; only the main account's walk needs them
 * @param from the first millisecond of row times, on the exchange's clock, UTC
 * @param to the last millisecond of row times, inclusive
 * @param settings how the exchange behaves where its documentation is silent
 * @param symbols every symbol ever listed
 * @param pageLimit the most rows to ask for in a page; {@link Integer#MAX_VALUE} leaves it to the endpoint
 * @param limits the exchange's limits
 * @param egress the address our requests come from, by the name that all share who use it
 * @param known what was learnt before
 */
public record Scope(
        Account account,
        boolean main,
        List<Account> subAccounts,
        Instant from,
        Instant to,
        LedgerSettings settings,
        SymbolTable symbols,
        int pageLimit,
        Limits limits,
        String egress,
        Known known) {
    public Scope {
        requireNonNull(account, "account is null");
        subAccounts = List.copyOf(subAccounts);
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(symbols, "symbols is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(egress, "egress is null");
        requireNonNull(known, "known is null");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a scope that ends before it begins: " + from + " to " + to);
        }
        if (pageLimit < 1) {
            throw new IllegalArgumentException("pageLimit is not positive: " + pageLimit);
        }
    }

    /** A scope of walks that need nothing that was learnt before. */
    public Scope(
            Account account,
            boolean main,
            List<Account> subAccounts,
            Instant from,
            Instant to,
            LedgerSettings settings,
            SymbolTable symbols,
            int pageLimit,
            Limits limits,
            String egress) {
        this(account, main, subAccounts, from, to, settings, symbols, pageLimit, limits, egress, Known.NOTHING);
    }

    /** The rows to ask for in a page, given the most that an endpoint allows. */
    public int pageSize(int most) {
        return Math.min(most, pageLimit);
    }

    /**
     * The symbol that a walk is at.
     *
     * @throws UnknownSymbol if it was never listed
     */
    public Symbol symbol(String source, Cursor cursor) {
        String name = cursor.get(Cursor.SYMBOL)
                .orElseThrow(() -> new IllegalArgumentException("a cursor of " + source + " without symbol"));
        return symbols.listed(source, name);
    }

    /** The price tags of this scope's requests. */
    public Charges charges() {
        return new Charges(limits, egress);
    }

    /** The configured account behind an email; empty if nobody configured it. */
    public Optional<Account> accountOf(String email) {
        String wanted = email.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(account), subAccounts.stream())
                .filter(known -> known.email().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
