package recon.ledger.position;

import java.util.Comparator;
import java.util.Iterator;
import java.util.function.ToLongFunction;
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
        this.orders = new Head<>(orders, FuturesOrder::time);
        this.fills = new Head<>(fills, FuturesFill::time);
        this.income = new Head<>(income, row -> row.time().toEpochMilli());
        this.captures = new Head<>(captures, CapturedPosition::time);
    }

    /** Gives all of them to the fold, which is not finished by it. */
    public void into(PositionFold fold) {
        while (true) {
            long first = Math.min(Math.min(orders.time, fills.time), Math.min(income.time, captures.time));
            if (orders.next != null && orders.time == first) {
                fold.order(orders.next);
                orders.step();
            } else if (income.next != null && income.time == first && moment(income.next) == Moment.FUNDING) {
                fold.income(income.next);
                income.step();
            } else if (fills.next != null && fills.time == first) {
                fold.fill(fills.next);
                fills.step();
            } else if (income.next != null && income.time == first) {
                fold.income(income.next);
                income.step();
            } else if (captures.next != null) {
                fold.captured(captures.next);
                captures.step();
            } else {
                return;
            }
        }
    }

    static Moment moment(FuturesIncome row) {
        return row.incomeType().equals("FUNDING_FEE") ? Moment.FUNDING : Moment.INCOME;
    }

    /** The next row of one kind, and its time; the end of time after the last. */
    private static final class Head<T> {
        private final Iterator<T> rows;
        private final ToLongFunction<T> timeOf;
        private @Nullable T next;
        private long time;

        Head(Iterator<T> rows, ToLongFunction<T> timeOf) {
            this.rows = rows;
            this.timeOf = timeOf;
            step();
        }

        void step() {
            T row = rows.hasNext() ? rows.next() : null;
            next = row;
            time = row == null ? Long.MAX_VALUE : timeOf.applyAsLong(row);
        }
    }
}
