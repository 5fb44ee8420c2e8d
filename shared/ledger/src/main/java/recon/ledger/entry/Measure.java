package recon.ledger.entry;

/** What is kept count of, for each asset of a wallet. */
public enum Measure {
    /** What is there, loans included: the plan's {@code cal_balance}. */
    BALANCE,
    /** What is owed of it, without interest: the plan's {@code cal_loan}. */
    LOAN,
    /** The interest that is owed: the plan's {@code cal_interest}. */
    INTEREST
}
