package recon.binance.futuresincome;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.NoProgress;
import recon.binance.source.Scope;
import recon.binance.source.Span;
import recon.ledger.booking.FuturesIncome;

/**
 * By time: each page begins with the last millisecond of the one before, since a page may end inside it. A millisecond
 * that fills the longest page is split by income type, and a type that still does by contract; more than that in one
 * millisecond cannot be told apart, and is said.
 */
final class IncomeWalk {
    private static final String NAME = FuturesIncome.SOURCE;
    private static final int MOST_ROWS = 1_000;

    /** The first millisecond of the next page. */
    private static final String FROM = "from";

    private static final String LIMIT = "limit";
    /** The millisecond that is being split. */
    private static final String CROWDED = "crowded";
    /** The types that are still to be asked for in it, the present one first. */
    private static final String TYPES = "types";
    /** The contract that is being asked for, where one type alone fills a page. */
    private static final String SYMBOL = "symbol";

    private static final String COMMA = ",";

    private IncomeWalk() {}

    static Request ask(Request request, Cursor cursor, Scope scope) {
        Optional<Long> crowded = cursor.number(CROWDED);
        if (crowded.isEmpty()) {
            return request.with("startTime", from(cursor, scope))
                    .with("endTime", Span.of(scope).to())
                    .with(LIMIT, limit(cursor, scope));
        }
        Request typed = request.with("incomeType", types(cursor).getFirst());
        return cursor.get(SYMBOL)
                .map(symbol -> typed.with(SYMBOL, symbol))
                .orElse(typed)
                .with("startTime", crowded.get())
                .with("endTime", crowded.get())
                .with(LIMIT, MOST_ROWS);
    }

    static Cursor after(List<FuturesIncome> rows, Cursor cursor, Scope scope) {
        return cursor.number(CROWDED)
                .map(millisecond -> split(rows, millisecond, cursor, scope))
                .orElseGet(() -> onwards(rows, cursor, scope));
    }

    private static Cursor onwards(List<FuturesIncome> rows, Cursor cursor, Scope scope) {
        long limit = limit(cursor, scope);
        long from = from(cursor, scope);
        ascending(rows, from);
        if (rows.size() < limit) {
            return Cursor.FINISHED;
        }
        long last = rows.getLast().time().toEpochMilli();
        if (last > from) {
            return Cursor.START.with(FROM, last);
        }
        if (limit < MOST_ROWS) {
            return Cursor.START.with(FROM, from).with(LIMIT, Math.min(2 * limit, MOST_ROWS));
        }
        // Types that a page shows beside those that are documented are asked for as well.
        Set<String> types = new TreeSet<>(FuturesIncome.DOCUMENTED_TYPES);
        rows.forEach(row -> types.add(row.incomeType()));
        return Cursor.START.with(CROWDED, from).with(TYPES, String.join(COMMA, types));
    }

    private static Cursor split(List<FuturesIncome> rows, long millisecond, Cursor cursor, Scope scope) {
        List<String> contracts =
                scope.known().contracts().get().stream().sorted().toList();
        boolean full = rows.size() >= MOST_ROWS;
        Optional<String> symbol = cursor.get(SYMBOL);
        if (full && symbol.isPresent()) {
            throw stuck(cursor, millisecond, symbol.get());
        }
        if (full) {
            // Rows without a contract, or of one that was never listed, could not be found this way.
            if (!contracts.containsAll(
                    rows.stream().map(FuturesIncome::symbol).distinct().toList())) {
                throw stuck(cursor, millisecond, "rows of no listed contract");
            }
            return cursor.with(SYMBOL, contracts.getFirst());
        }
        int next = symbol.map(contracts::indexOf).orElse(contracts.size()) + 1;
        if (next < contracts.size()) {
            return cursor.with(SYMBOL, contracts.get(next));
        }
        List<String> left = types(cursor).subList(1, types(cursor).size());
        if (!left.isEmpty()) {
            return cursor.without(SYMBOL).with(TYPES, String.join(COMMA, left));
        }
        return millisecond < Span.of(scope).to() ? Cursor.START.with(FROM, millisecond + 1) : Cursor.FINISHED;
    }

    private static NoProgress stuck(Cursor cursor, long millisecond, String where) {
        return new NoProgress(
                NAME,
                MOST_ROWS + " rows or more of " + types(cursor).getFirst() + " in the millisecond " + millisecond
                        + ", and " + where + " among them");
    }

    /** The walk is lossless only if the exchange keeps its order. */
    private static void ascending(List<FuturesIncome> rows, long from) {
        long previous = from;
        for (FuturesIncome row : rows) {
            long time = row.time().toEpochMilli();
            if (time < previous) {
                throw new MalformedReply(NAME, "row " + row.tranId() + " is older than the one before it");
            }
            previous = time;
        }
    }

    private static List<String> types(Cursor cursor) {
        return List.of(cursor.get(TYPES).orElseThrow().split(COMMA, -1));
    }

    private static long from(Cursor cursor, Scope scope) {
        return cursor.number(FROM).orElse(Span.of(scope).from());
    }

    private static long limit(Cursor cursor, Scope scope) {
        return cursor.number(LIMIT).orElse((long) scope.pageSize(MOST_ROWS));
    }
}
