package recon.ledger.position;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.IncomeRemainder.Reason;
import recon.ledger.position.PositionFinding.Kind;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionSide;

/** Gives each income row to the positions that it belongs to, whole, or to the remainder. */
final class IncomeDesk {
    /** How long a fill and its income wait for each other, in milliseconds: their stamps are nearly always the same. */
    static final long PATIENCE = 3_600_000;

    private record Waiting(FuturesIncome row, IncomeKind kind, SymbolBook book, long time) {}

    private record Early(long id, SymbolBook book, FuturesIncome row) {}

    private final Known known;
    private final Outlet outlet;
    private final Deque<AwaitedFill> recent = new ArrayDeque<>();
    private final Deque<AwaitedFill> overdue = new ArrayDeque<>();
    private final Deque<Early> early = new ArrayDeque<>();
    private final Deque<Waiting> nearby = new ArrayDeque<>();
    private final List<SymbolBook> funded = new ArrayList<>();

    IncomeDesk(Known known, Outlet outlet) {
        this.known = known;
        this.outlet = outlet;
    }

    void row(FuturesIncome row, SymbolBook book) {
        Optional<IncomeKind> kind = IncomeKind.of(row.incomeType());
        if (kind.isEmpty()) {
            boolean documented = FuturesIncome.DOCUMENTED_TYPES.contains(row.incomeType());
            outlet.remainder(row, documented ? Reason.NOT_OF_A_POSITION : Reason.UNKNOWN_TYPE);
        } else if (kind.get() == IncomeKind.FUNDING_FEE) {
            book.learn(row.asset(), true);
            if (book.fundings().isEmpty()) {
                funded.add(book);
            }
            book.fundings().add(row);
        } else if (kind.get() == IncomeKind.INSURANCE_CLEAR || row.tradeId().isEmpty()) {
            nearby.addLast(new Waiting(row, kind.get(), book, row.time().toEpochMilli()));
        } else {
            ofTrade(row, kind.get(), book);
        }
    }

    private void ofTrade(FuturesIncome row, IncomeKind kind, SymbolBook book) {
        book.learn(row.asset(), kind == IncomeKind.REALIZED_PNL);
        OptionalLong id = number(row.tradeId());
        if (id.isEmpty()) {
            outlet.remainder(row, Reason.NO_SUCH_FILL);
            return;
        }
        AwaitedFill fill = book.recent().find(id.getAsLong());
        if (fill == null) {
            book.early()
                    .computeIfAbsent(id.getAsLong(), _ -> new ArrayList<>(2))
                    .add(row);
            early.addLast(new Early(id.getAsLong(), book, row));
        } else {
            give(row, kind, fill, book);
        }
    }

    /** A fill has moved its position: its income follows, or was there before it. */
    void filled(AwaitedFill fill, SymbolBook book) {
        book.recent().add(fill);
        recent.addLast(fill);
        if (!book.early().isEmpty()) {
            List<FuturesIncome> rows = book.early().remove(fill.id());
            if (rows != null) {
                rows.forEach(row -> give(row, IncomeKind.valueOf(row.incomeType()), fill, book));
            }
        }
    }

    /** A trade of the account with itself has two fills: a row goes to the one that speaks of its amount. */
    private void give(FuturesIncome row, IncomeKind kind, AwaitedFill first, SymbolBook book) {
        AwaitedFill fill = first;
        AwaitedFill twin = first.twin();
        if (twin != null && better(twin, first, row, kind)) {
            fill = twin;
        }
        OpenLifecycle flippedTo = fill.flippedTo();
        if (flippedTo != null && kind == IncomeKind.COMMISSION) {
            BigDecimal closing = fill.closingShare(row.income());
            take(row, kind, closing, fill.lifecycle(), book);
            take(row, kind, row.income().subtract(closing), flippedTo, book);
        } else {
            take(row, kind, row.income(), fill.lifecycle(), book);
        }
        fill.arrived(kind);
    }

    private static boolean better(AwaitedFill twin, AwaitedFill first, FuturesIncome row, IncomeKind kind) {
        boolean speaks = twin.due(kind) && twin.speaksOf(kind, row.asset(), row.income());
        boolean firstSpeaks = first.due(kind) && first.speaksOf(kind, row.asset(), row.income());
        return speaks ? !firstSpeaks : !first.due(kind) && twin.due(kind);
    }

    private void take(FuturesIncome row, IncomeKind kind, BigDecimal amount, OpenLifecycle lifecycle, SymbolBook book) {
        lifecycle.take(kind, row, amount, book.marginAsset(), known.prices());
    }

    /** The funding rows of the present millisecond are all there, and nothing has moved yet. */
    void fund() {
        if (funded.isEmpty()) {
            return;
        }
        for (SymbolBook book : funded) {
            List<FuturesIncome> rows = List.copyOf(book.fundings());
            book.fundings().clear();
            fund(rows, book);
        }
        funded.clear();
    }

    private void fund(List<FuturesIncome> rows, SymbolBook book) {
        OpenLifecycle longSide = book.open(PositionSide.LONG);
        OpenLifecycle shortSide = book.open(PositionSide.SHORT);
        OpenLifecycle only = only(book, longSide, shortSide);
        long time = rows.getFirst().time().toEpochMilli();
        if (longSide != null && shortSide != null) {
            new FundingShare(longSide, shortSide, known.rates().near(book.symbol(), time))
                    .share(rows)
                    .forEach(shared -> shared(shared, book));
        } else if (only != null && FundingShare.opposite(rows)) {
            // One of the two is of the other side, which was closed just before.
            int ours = known.rates()
                    .near(book.symbol(), time)
                    .map(rate -> rate.received(only.signedSize()).signum())
                    .orElse(0);
            rows.forEach(row -> ofOneSide(row, ours, only, book));
        } else if (only != null) {
            rows.forEach(row -> take(row, IncomeKind.FUNDING_FEE, row.income(), only, book));
        } else {
            rows.forEach(row -> nearby.addLast(new Waiting(row, IncomeKind.FUNDING_FEE, book, time)));
        }
    }

    private void ofOneSide(FuturesIncome row, int sign, OpenLifecycle held, SymbolBook book) {
        if (sign == 0) {
            outlet.remainder(row, Reason.AMBIGUOUS);
        } else if (row.income().signum() == sign) {
            take(row, IncomeKind.FUNDING_FEE, row.income(), held, book);
        } else {
            nearby.addLast(
                    new Waiting(row, IncomeKind.FUNDING_FEE, book, row.time().toEpochMilli()));
        }
    }

    private static @Nullable OpenLifecycle only(
            SymbolBook book, @Nullable OpenLifecycle longSide, @Nullable OpenLifecycle shortSide) {
        OpenLifecycle both = book.open(PositionSide.BOTH);
        if (both != null) {
            return both;
        }
        return longSide == null ? shortSide : longSide;
    }

    private void shared(FundingShare.Shared shared, SymbolBook book) {
        shared.parts().forEach(part -> take(shared.row(), IncomeKind.FUNDING_FEE, part.amount(), part.of(), book));
        shared.reason().ifPresent(reason -> outlet.remainder(shared.row(), reason));
    }

    /** Decides what can wait no longer. */
    void until(long now) {
        while (!nearby.isEmpty() && nearby.getFirst().time() < now - Nearby.NEAR) {
            Waiting waiting = nearby.removeFirst();
            decide(waiting);
        }
        while (!recent.isEmpty() && recent.getFirst().fill().time() < now - Settling.GRACE) {
            AwaitedFill passed = recent.removeFirst();
            passed.book().recent().pass(passed);
            if (passed.due()) {
                overdue.addLast(passed);
            }
        }
        while (!overdue.isEmpty()
                && (!overdue.getFirst().due() || overdue.getFirst().fill().time() < now - PATIENCE)) {
            AwaitedFill late = overdue.removeFirst();
            if (late.due()) {
                giveUp(late);
            }
            late.book().recent().forget(late);
        }
        while (!early.isEmpty() && early.getFirst().row().time().toEpochMilli() < now - PATIENCE) {
            Early unmatched = early.removeFirst();
            List<FuturesIncome> rows = unmatched.book().early().get(unmatched.id());
            if (rows != null && rows.remove(unmatched.row())) {
                outlet.remainder(unmatched.row(), Reason.NO_SUCH_FILL);
                if (rows.isEmpty()) {
                    unmatched.book().early().remove(unmatched.id());
                }
            }
        }
    }

    private void decide(Waiting waiting) {
        Nearby.Found found = new Nearby(waiting.book()).of(waiting.kind(), waiting.row());
        found.lifecycle()
                .ifPresentOrElse(
                        lifecycle -> {
                            take(waiting.row(), waiting.kind(), waiting.row().income(), lifecycle, waiting.book());
                            found.flag().ifPresent(lifecycle::flag);
                        },
                        () -> outlet.remainder(waiting.row(), found.reason()));
    }

    private void giveUp(AwaitedFill late) {
        FuturesFill fill = late.fill();
        outlet.finding(new PositionFinding(
                Kind.FILL_WITHOUT_INCOME,
                fill.accountId(),
                fill.symbol(),
                fill.time(),
                "fill " + fill.id(),
                "no " + late.missing() + " was found"));
        late.gaveUp();
    }

    /** Ids of trades are numbers; what is none names no fill. */
    private static OptionalLong number(String tradeId) {
        try {
            return OptionalLong.of(Long.parseLong(tradeId));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
