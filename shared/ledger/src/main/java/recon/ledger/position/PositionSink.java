package recon.ledger.position;

/** Takes what a fold comes to, piece by piece, in an order that follows from the rows alone. */
public interface PositionSink {
    /** A lifecycle that is over, and whose income is all in or overdue. */
    void closed(Lifecycle lifecycle);

    /** A lifecycle that is not over; told at the end. */
    void open(Lifecycle lifecycle);

    /** An order that waits where nothing is held; told at the end. */
    void pending(PendingPosition position);

    /** Income that belongs to no lifecycle. */
    void remainder(IncomeRemainder remainder);

    /** Something that is wrong. */
    void finding(PositionFinding finding);
}
