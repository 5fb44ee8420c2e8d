package recon.collect.discovery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.TradedSymbol;

/**
 * Every symbol ever listed has its own day in a round, evidence or not. One that was read before and has missed its day
 * comes as soon as there is a run; one that was never read waits for its day.
 *
 * @param days how long a round is
 */
record Round(int days) {
    Round {
        if (days < 1) {
            throw new IllegalArgumentException("every symbol is asked for in " + days + " days: give 1 or more");
        }
    }

    /**
     * Whose turn it is.
     *
     * @param read what is known of the symbols that were read before, by one source for the account
     */
    Evidence.Named on(LocalDate day, String account, Collection<Symbol> symbols, Collection<TradedSymbol> read) {
        Map<String, LocalDate> checked = read.stream()
                .map(known -> Map.entry(known.symbol(), LocalDate.ofInstant(known.lastChecked(), ZoneOffset.UTC)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Function<String, LocalDate> lastTurn =
                symbol -> day.minusDays(Math.floorMod(day.toEpochDay() + (account + symbol).hashCode(), days));
        return new Evidence.Named(symbols.stream()
                .map(Symbol::name)
                // The run of a day takes place on the day after.
                .filter(symbol -> Optional.ofNullable(checked.get(symbol))
                        .map(last -> !last.isAfter(lastTurn.apply(symbol)))
                        .orElseGet(() -> lastTurn.apply(symbol).equals(day)))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
