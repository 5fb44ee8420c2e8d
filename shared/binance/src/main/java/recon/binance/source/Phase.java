package recon.binance.source;

/** When a source is read within a run: nothing of a phase is read before everything of the phases before it has ended. */
public enum Phase {
    /** Facts about the exchange, and what the keys may do. */
    KEYS(0),
    /** What the wallets hold. */
    CAPTURES(1),
    /** What moved them, except trades. */
    MOVEMENTS(2),
    /** Trades: which symbols to ask for depends on the assets that everything before has shown. */
    TRADES(3),
    /** What is only compared with the books or values them: it depends on what everything before has shown. */
    WITNESSES(4);

    private final int order;

    Phase(int order) {
        this.order = order;
    }

    /** The place in the run, from 0. */
    public int order() {
        return order;
    }
}
