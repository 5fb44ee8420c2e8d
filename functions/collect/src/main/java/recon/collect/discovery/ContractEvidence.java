package recon.collect.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.binance.source.ContractWalk;
import recon.binance.source.Cursor;
import recon.storage.registry.TradedSymbol;

/**
 * Of which contracts there may be something new. Whatever happens in one leaves a trace that is read before: income, a
 * position that is held, an order that waits. What leaves none, such as an order that came and went, waits for the first
 * run of a day, which asks for all.
 */
public final class ContractEvidence {
    private ContractEvidence() {}

    /**
     * The contracts that were noted since a source was last asked for them, were never asked for, or have an order that may
     * still change.
     *
     * @param used when each was last noted
     * @param read what the source was asked for
     */
    public static Set<String> since(Map<String, Instant> used, List<TradedSymbol> read) {
        Map<String, TradedSymbol> asked =
                read.stream().collect(Collectors.toMap(TradedSymbol::symbol, Function.identity()));
        return used.entrySet().stream()
                .filter(noted -> Optional.ofNullable(asked.get(noted.getKey()))
                        .map(before -> noted.getValue().isAfter(before.lastChecked()) || open(before))
                        .orElse(true))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean open(TradedSymbol before) {
        return ContractWalk.open(new Cursor(before.cursor()));
    }
}
