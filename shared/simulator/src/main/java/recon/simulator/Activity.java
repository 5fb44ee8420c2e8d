package recon.simulator;

/**
 * Something that accounts do besides what happens in every world: spot trading, deposits, withdrawals and transfers between
 * the accounts. Each draws from sequences of its own; but what moves money out of the spot wallet leaves less to trade with.
 */
public enum Activity {
    /** Own transfers between spot and funding wallet; some deposits go to the funding wallet. */
    FUNDING,
    /** Convert, dust and dividends, all of them in the spot wallet. */
    CONVERSIONS,
    /** Orders in the spot wallet that smart order routing fills: allocations, not trades. */
    ALLOCATIONS,
    /**
     * Orders of two accounts of one trade group that meet in the spot wallet: base and quote move between the accounts,
     * and nothing is traded.
     */
    PREVENTED_MATCHES,
    /** Transfers between the accounts that the older history alone shows. */
    LEGACY_TRANSFERS,
    /**
     * Own transfers to and from the futures wallet, and trading of perpetual contracts, in one-way mode in every other
     * account and in hedge mode in the rest.
     */
    FUTURES,
    /** Own transfers to and from the cross margin wallet, loans, interest, repayments, trades and liquidations. */
    MARGIN,
    /** The same in the wallets of single pairs; needs {@link #MARGIN}, whose wallet they are filled from. */
    ISOLATED_MARGIN
}
