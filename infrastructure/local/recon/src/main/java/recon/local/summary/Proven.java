package recon.local.summary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.binance.source.Source;
import recon.ledger.Account;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.Registry;
import recon.storage.registry.TradedSymbol;

/**
 * How far a source that is asked symbol by symbol has proven to be complete. No endpoint tells where an account traded:
 * what was asked is known, what was not is only likely to have nothing.
 *
 * @param source the source
 * @param symbols how many there are to ask for, of all accounts together
 * @param asked how many of them were asked for at least once
 * @param since when the one was asked for that has waited longest; empty if none ever was
 */
public record Proven(String source, int symbols, int asked, Optional<Instant> since) {
    public Proven {
        requireNonNull(source, "source is null");
        requireNonNull(since, "since is null");
    }

    static Proven of(Source source, List<Account> accounts, Registry registry) {
        List<Symbol> listed = registry.symbols().stream().filter(source::covers).toList();
        List<TradedSymbol> read = accounts.stream()
                .flatMap(account -> registry.traded(account.id(), source.name()).stream())
                .toList();
        return new Proven(
                source.name(),
                listed.size() * accounts.size(),
                read.size(),
                read.stream().map(TradedSymbol::lastChecked).min(Instant::compareTo));
    }
}
