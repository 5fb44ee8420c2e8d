package recon.binance.source;

/** A symbol that the table does not have: its assets are never guessed from its name. */
public final class UnknownSymbol extends UnusablePage {
    /**
     * Names it.
     *
     * @param source the source's name
     * @param symbol the exchange's symbol
     */
    public UnknownSymbol(String source, String symbol) {
        super(source + ": the symbol " + symbol + " was never listed; collect the exchange info first");
    }
}
