package recon.binance.source;

/** When a source is read within a run: nothing of a phase is read before everything of the phases before it has ended. */
public enum Phase {
    /** Facts about the exchange, and what the keys may do. */
    KEYS(0, false),
    /** What the wallets hold. */
    CAPTURES(1, false),
    /** What moved them, except trades. */
    MOVEMENTS(2, false),
    /** Trades: which symbols to ask for depends on the assets that everything before has shown. */
    TRADES(3, true),
    /** Orders, over the same symbols: what the user-data stream told is compared with them and with the trades. */
    ORDERS(4, true),
    /** Contract by contract: those that the account, or any account, is known to use. */
    CONTRACTS(4, true),
    /** What values the books: which symbols to ask for depends on what everything before has shown. */
    PRICES(5, true),
    /** What is only compared with the books. It does not wait for the prices, nor they for it. */
    WITNESSES(5, false),
    /** What is no task of its own: it is asked where a row of another source gives occasion. */
    OCCASIONAL(5, false);

    private final int order;
    private final boolean perSymbol;

    Phase(int order, boolean perSymbol) {
        this.order = order;
        this.perSymbol = perSymbol;
    }

    /** The place in the run, from 0. */
    public int order() {
        return order;
    }

    /** Whether its sources are walked symbol by symbol. */
    public boolean perSymbol() {
        return perSymbol;
    }
}
