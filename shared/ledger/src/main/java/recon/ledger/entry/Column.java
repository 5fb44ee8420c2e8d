package recon.ledger.entry;

/** The five signed columns of the daily reconciliation: {@code calculated = start + all five}. */
public enum Column {
    TRANSFERS_IN,
    TRANSFERS_OUT,
    TRADES_IN,
    TRADES_OUT,
    FEES
}
