package recon.record.symbol;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import recon.ledger.symbol.Symbol;

/** The symbols ever listed, read when one is asked for that is not known: the assets of a known one never change. */
public final class SymbolDirectory {
    private final Supplier<List<Symbol>> listed;
    private volatile Map<String, Symbol> known = Map.of();

    /** @param listed every symbol ever listed */
    public SymbolDirectory(Supplier<List<Symbol>> listed) {
        this.listed = requireNonNull(listed, "listed is null");
    }

    /** A symbol by its name, as far as it has been read. */
    public Optional<Symbol> symbol(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Reads all symbols again. */
    public void read() {
        known = listed.get().stream().collect(Collectors.toUnmodifiableMap(Symbol::name, Function.identity()));
    }
}
