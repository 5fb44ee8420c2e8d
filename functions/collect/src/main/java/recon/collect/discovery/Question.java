package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import recon.ledger.symbol.Symbol;

/**
 * What to ask the exchange.
 *
 * @param source the source to ask, by its name
 * @param symbol what to ask it for
 */
public record Question(String source, Symbol symbol) {
    public Question {
        requireNonNull(source, "source is null");
        requireNonNull(symbol, "symbol is null");
    }
}
