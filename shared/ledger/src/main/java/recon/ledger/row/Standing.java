package recon.ledger.row;

/** How far a row has come that changes its state at the exchange. */
public enum Standing {
    /** It may still go either way. */
    PENDING,
    /** It has happened. */
    SETTLED,
    /** It will not happen; what was booked while it was pending is taken back. */
    REFUSED
}
