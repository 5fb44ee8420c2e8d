package recon.simulator;

/** A deliberate error in the exchange's world that a reconciliation must find. */
public enum Break {
    /** An account is credited with an asset and no endpoint has a row for it. */
    AIRDROP,
    /** Money appears in the savings wallet, which nothing but the overview of wallets shows. */
    UNCOLLECTED_WALLET,
    /** A deposit is credited at once, and its row appears only at noon of the next day, or later. */
    LATE_ROW,
    /** One fill has moved the balances, and {@code myTrades} never has its row. */
    DROPPED_TRADE,
    /** The same with all fills of one account and symbol on one day. */
    MISSING_PAGE,
    /** One fill in a contract has changed a position and the futures wallet, and {@code userTrades} never has its row. */
    DROPPED_FILL,
    /** One movement of a futures wallet, a profit, a fee or funding, has no row of income. */
    DROPPED_INCOME,
    /** From noon on the keys of an account are unknown; that of a sub-account where there is one. */
    REVOKED_KEY
}
