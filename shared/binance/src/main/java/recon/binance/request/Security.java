package recon.binance.request;

/** What a request must carry. */
public enum Security {
    /** Nothing: public data. */
    NONE,
    /** A key, a time stamp and a signature. */
    SIGNED
}
