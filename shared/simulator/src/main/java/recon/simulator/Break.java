package recon.simulator;

/** A deliberate error in the exchange's world that a reconciliation must find. */
public enum Break {
    /** An account is credited with an asset and no endpoint has a row for it. */
    AIRDROP,
    /** Money appears in the savings wallet, which nothing but the overview of wallets shows. */
    UNCOLLECTED_WALLET
}
