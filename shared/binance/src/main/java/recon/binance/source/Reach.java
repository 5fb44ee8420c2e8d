package recon.binance.source;

/** Whose key reads a source. */
public enum Reach {
    /** No key: once for the whole exchange. */
    EXCHANGE,
    /** Every account with its own. */
    ACCOUNT,
    /** The main account's, for all of them. */
    MAIN,
    /** Every sub-account with its own. */
    SUB
}
