package recon.simulator.event;

/** Something that a subscriber to an account is told. */
public sealed interface AccountEvent permits ExecutionReport, AccountPosition, BalanceUpdate, ListStatus {
    /** Field {@code E}: when it was sent, epoch ms of the exchange's clock; never falls within an account. */
    long eventTime();

    /** The value of field {@code e}. */
    String type();

    /** The same, sent at another time. */
    AccountEvent sentAt(long ms);
}
