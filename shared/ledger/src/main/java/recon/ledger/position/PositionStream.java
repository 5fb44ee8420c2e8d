package recon.ledger.position;

import java.util.Comparator;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.FuturesOrder;

/**
 * The rows of one account, each kind in its own order, brought into the order of a fold. Nothing is kept but the next row
 * of each kind.
 */
public final class PositionStream {
    /** By time; in one millisecond funding before the rest; then by what names a row. */
    public static final Comparator<FuturesIncome> INCOME_ORDER = Comparator.comparing(FuturesIncome::time)
            .thenComparing(PositionStream::moment)
            .thenComparing(FuturesIncome::symbol)
            .thenComparing(FuturesIncome::tradeId)
            .thenComparing(FuturesIncome::incomeType)
            .thenComparingLong(FuturesIncome::tranId)
            .thenComparing(FuturesIncome::asset);

    private final Head<FuturesOrder> orders;
    private final Head<FuturesFill> fills;
    private final Head<FuturesIncome> income;
    private final Head<CapturedPosition> captures;

    /**
     * Rows that are sorted and come once each.
     *
     * @param orders in {@link FuturesOrder#ORDER}
     * @param fills in {@link FuturesFill#ORDER}
     * @param income in {@link #INCOME_ORDER}
     * @param captures in {@link CapturedPosition#ORDER}
     */
    public PositionStream(
            Iterator<FuturesOrder> orders,
            Iterator<FuturesFill> fills,
            Iterator<FuturesIncome> income,
            Iterator<CapturedPosition> captures) {
        this.orders = new Head<>(orders);
        this.fills = new Head<>(fills);
        this.income = new Head<>(income);
        this.captures = new Head<>(captures);
    }

    /** Gives all of them to the fold, which is not finished by it. */
    public void into(PositionFold fold) {
        while (true) {
            FuturesOrder order = orders.next;
            FuturesFill fill = fills.next;
            FuturesIncome row = income.next;
            CapturedPosition captured = captures.next;
            long first = Math.min(
                    Math.min(
                            order == null ? Long.MAX_VALUE : order.time(), fill == null ? Long.MAX_VALUE : fill.time()),
                    Math.min(
                            row == null ? Long.MAX_VALUE : row.time().toEpochMilli(),
                            captured == null ? Long.MAX_VALUE : captured.time()));
            if (order != null && order.time() == first) {
                fold.order(order);
                orders.step();
            } else if (row != null && row.time().toEpochMilli() == first && moment(row) == Moment.FUNDING) {
                fold.income(row);
                income.step();
            } else if (fill != null && fill.time() == first) {
                fold.fill(fill);
                fills.step();
            } else if (row != null && row.time().toEpochMilli() == first) {
                fold.income(row);
                income.step();
            } else if (captured != null) {
                fold.captured(captured);
                captures.step();
            } else {
                return;
            }
        }
    }

    static Moment moment(FuturesIncome row) {
        return row.incomeType().equals("FUNDING_FEE") ? Moment.FUNDING : Moment.INCOME;
    }

    /** The next row of one kind. */
    private static final class Head<T> {
        private final Iterator<T> rows;
        private @Nullable T next;

        Head(Iterator<T> rows) {
            this.rows = rows;
            step();
        }

        void step() {
            next = rows.hasNext() ? rows.next() : null;
        }
    }
}
