package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.PositionFinding.Kind;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.PositionMode;

/**
 * Folds the rows of one account into lifecycles. Rows are given once each and in order: by time; in one millisecond
 * orders, then funding, then fills by id, then other income, then captures. {@link PositionStream} brings sorted lists
 * into that order. What comes out follows from the rows alone.
 */
public final class PositionFold {
    private final String accountId;
    private final Known known;
    private final Books books;
    private final Tally tally = new Tally();
    private final Outlet outlet;
    private final OrderDesk orders = new OrderDesk();
    private final Settling settling;
    private final Positions positions;
    private final IncomeDesk incomes;
    private long now = Long.MIN_VALUE;
    private Moment moment = Moment.ORDER;
    private @Nullable PositionMode mode;
    private boolean finished;

    /**
     * A fold that has seen nothing.
     *
     * @param accountId whose rows
     * @param known what is known beside them
     * @param sink takes what comes out
     */
    public PositionFold(String accountId, Known known, PositionSink sink) {
        this.accountId = requireNonNull(accountId, "accountId is null");
        this.known = requireNonNull(known, "known is null");
        this.books = new Books(known.contracts());
        this.outlet = new Outlet(requireNonNull(sink, "sink is null"), tally);
        this.settling = new Settling(outlet);
        this.positions = new Positions(orders, settling, outlet);
        this.incomes = new IncomeDesk(known, outlet);
    }

    /** The next order, by the time at which it was placed. */
    public void order(FuturesOrder order) {
        reach(order.time(), Moment.ORDER, order.accountId());
        orders.order(order, books.of(order.symbol()));
    }

    /**
     * The next fill.
     *
     * @throws IllegalArgumentException if it comes twice, or after one that it precedes
     */
    public void fill(FuturesFill fill) {
        reach(fill.time(), Moment.FILL, fill.accountId());
        SymbolBook book = books.of(fill.symbol());
        book.inOrder(fill);
        Optional<PositionFinding> refused = refusal(fill, book);
        if (refused.isPresent()) {
            outlet.finding(refused.get());
            return;
        }
        tally.in(fill);
        mode = fill.positionSide().mode();
        if (!fill.marginAsset().isEmpty()) {
            book.learn(fill.marginAsset(), true);
        }
        incomes.filled(positions.fill(fill, book), book);
    }

    /** The next income row. */
    public void income(FuturesIncome row) {
        reach(row.time().toEpochMilli(), PositionStream.moment(row), row.accountId());
        tally.in(row);
        incomes.row(row, books.of(row.symbol()));
    }

    /** The next capture. */
    public void captured(CapturedPosition position) {
        reach(position.time(), Moment.CAPTURE, position.accountId());
        positions.captured(position, books.of(position.symbol()));
    }

    /**
     * Holds the mode that the fills show against the account's.
     *
     * @param account source: {@code GET /fapi/v1/positionSide/dual}
     */
    public void mode(PositionMode account) {
        if (mode != null && mode != account) {
            outlet.finding(new PositionFinding(
                    Kind.POSITION_MODE,
                    accountId,
                    "",
                    now,
                    "position mode",
                    "the last fills are " + mode + ", the account is " + account));
        }
    }

    /** The mode that the last fill shows; empty before the first one. */
    public Optional<PositionMode> mode() {
        return Optional.ofNullable(mode);
    }

    /** Ends it: tells what is over, what is open and what waits, and whether everything adds up. */
    public Conservation finish() {
        incomes.fund();
        if (now == Long.MIN_VALUE) {
            reach(0, Moment.ORDER, accountId);
        }
        finished = true;
        // As far as everything is overdue, and no further than arithmetic reaches.
        decide(Long.MAX_VALUE / 2);
        books.all().forEach(book -> {
            book.held().stream()
                    .filter(OpenLifecycle::isUnbounded)
                    .forEach(held -> settling.close(held, book, held.closedAt()));
            book.held().forEach(held -> outlet.lifecycle(held, book));
            orders.pending(book).forEach(outlet::pending);
        });
        settling.until(Long.MAX_VALUE / 2);
        return tally.conservation();
    }

    private void reach(long time, Moment next, String account) {
        if (finished || !account.equals(accountId)) {
            throw new IllegalArgumentException(
                    finished ? "the fold is finished" : "a row of account " + account + " among those of " + accountId);
        }
        if (time == now && next == moment) {
            return;
        }
        if (time < now || (time == now && next.compareTo(moment) < 0)) {
            throw new IllegalArgumentException("a row of " + time + " (" + next + ") comes after one of " + now + " ("
                    + moment + "): sort the rows");
        }
        boolean first = now == Long.MIN_VALUE;
        incomes.fund();
        if (time > now && !first) {
            decide(time);
        }
        now = time;
        moment = next;
        if (first) {
            known.openings()
                    .forEach(opening ->
                            positions.opening(opening, books.of(opening.key().symbol()), time));
        }
    }

    private void decide(long time) {
        incomes.until(time);
        settling.until(time);
        orders.until(time);
    }

    private Optional<PositionFinding> refusal(FuturesFill fill, SymbolBook book) {
        if (book.possible() && fill.possible()) {
            return Optional.empty();
        }
        return Optional.of(new PositionFinding(
                book.possible() ? Kind.IMPOSSIBLE_FILL : Kind.UNKNOWN_SYMBOL,
                fill.accountId(),
                fill.symbol(),
                fill.time(),
                "fill " + fill.id(),
                book.possible()
                        ? "quantity " + fill.quantity().toPlainString() + " at price "
                                + fill.price().toPlainString()
                        : "the exchange lists no such contract"));
    }
}
