package recon.ledger.position;

import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.IncomeRemainder.Reason;

/** Everything that leaves a fold passes here and is counted. */
final class Outlet {
    private final PositionSink sink;
    private final Tally tally;

    Outlet(PositionSink sink, Tally tally) {
        this.sink = sink;
        this.tally = tally;
    }

    void lifecycle(OpenLifecycle lifecycle, SymbolBook book) {
        Lifecycle told = lifecycle.lifecycle(book.marginAsset());
        tally.out(told);
        if (lifecycle.isOver()) {
            sink.closed(told);
        } else {
            sink.open(told);
        }
    }

    void remainder(FuturesIncome row, Reason reason) {
        IncomeRemainder left = new IncomeRemainder(row, reason);
        tally.out(left);
        sink.remainder(left);
    }

    void pending(PendingPosition position) {
        sink.pending(position);
    }

    void finding(PositionFinding finding) {
        sink.finding(finding);
    }
}
