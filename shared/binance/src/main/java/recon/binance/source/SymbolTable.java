package recon.binance.source;

import java.util.Optional;
import recon.ledger.symbol.Symbol;

/** Every symbol ever listed, by name. */
@FunctionalInterface
public interface SymbolTable {
    /** A symbol by the exchange's name for it; empty if it was never listed. */
    Optional<Symbol> symbol(String name);

    /**
     * A symbol that a source cannot do without.
     *
     * @throws UnknownSymbol if it was never listed
     */
    default Symbol listed(String source, String name) {
        return symbol(name).orElseThrow(() -> new UnknownSymbol(source, name));
    }
}
