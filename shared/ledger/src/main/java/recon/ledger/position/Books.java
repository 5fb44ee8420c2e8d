package recon.ledger.position;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.ledger.position.row.ListedContracts;

/** The books of all contracts of an account. */
final class Books {
    private final ListedContracts contracts;
    private final Map<String, SymbolBook> bySymbol = new HashMap<>();
    private @Nullable SymbolBook latest;

    Books(ListedContracts contracts) {
        this.contracts = contracts;
    }

    /** Rows of one contract mostly follow each other. */
    SymbolBook of(String symbol) {
        SymbolBook last = latest;
        if (last == null || !last.symbol().equals(symbol)) {
            last = bySymbol.computeIfAbsent(symbol, this::begin);
            latest = last;
        }
        return last;
    }

    /** All of them by symbol. */
    Stream<SymbolBook> all() {
        return bySymbol.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
    }

    private SymbolBook begin(String symbol) {
        return new SymbolBook(
                symbol,
                contracts.possible(symbol),
                contracts.marginAsset(symbol).orElse(""));
    }
}
