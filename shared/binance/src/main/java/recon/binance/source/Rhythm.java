package recon.binance.source;

/** In which of the runs a source is read. */
public enum Rhythm {
    /** Once a day, for the day that has ended. */
    DAILY,
    /** Every few hours, for the positions in futures contracts. */
    FUTURES
}
