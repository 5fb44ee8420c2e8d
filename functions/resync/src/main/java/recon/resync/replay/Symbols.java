package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.binance.source.SymbolTable;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.Symbol;
import recon.storage.registry.Registry;

/** The symbols ever listed, read once: the lists of a day are replayed before everything else of it. */
final class Symbols implements SymbolTable {
    private final Registry registry;
    private Map<String, Symbol> known = Map.of();

    Symbols(Registry registry) {
        this.registry = requireNonNull(registry, "registry is null");
    }

    @Override
    public Optional<Symbol> symbol(String name) {
        if (known.isEmpty()) {
            known = registry.symbols().stream().collect(Collectors.toMap(Symbol::name, Function.identity()));
        }
        return Optional.ofNullable(known.get(name));
    }

    /** The futures contracts ever listed, by name. */
    List<String> contracts() {
        return registry.contracts().stream().map(Contract::name).toList();
    }
}
