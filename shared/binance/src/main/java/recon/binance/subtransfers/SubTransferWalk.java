package recon.binance.subtransfers;

import java.time.Duration;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.NoProgress;
import recon.binance.source.Scope;
import recon.binance.source.Span;

/**
 * First what came in, then what went out; in windows of at most 30 days. The endpoint has no pages: a window whose page
 * is full is halved, down to one millisecond, where only a longer page helps. A window that was not full is followed by
 * one of twice its length.
 */
final class SubTransferWalk {
    static final String TYPE = "type";
    static final int IN = 1;
    static final int OUT = 2;

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String LIMIT = "limit";
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_ROWS = 500;

    private SubTransferWalk() {}

    static Request ask(Request request, Cursor cursor, Scope scope) {
        Span window = window(cursor, scope);
        return request.with(TYPE, type(cursor))
                .with("startTime", window.from())
                .with("endTime", window.to())
                .with(LIMIT, limit(cursor, scope));
    }

    static Cursor after(int rows, Cursor cursor, Scope scope) {
        Span window = window(cursor, scope);
        Cursor here = Cursor.START.with(TYPE, type(cursor));
        if (rows >= limit(cursor, scope)) {
            return window.divisible()
                    ? at(here, window.firstHalf())
                    : at(here, window).with(LIMIT, longer(limit(cursor, scope), window));
        }
        Span whole = Span.of(scope);
        if (window.to() < whole.to()) {
            Duration twice = window.length().multipliedBy(2);
            return at(here, whole.piece(window.to() + 1, twice.compareTo(LONGEST) < 0 ? twice : LONGEST));
        }
        return type(cursor) == IN ? Cursor.START.with(TYPE, OUT) : Cursor.FINISHED;
    }

    static int type(Cursor cursor) {
        return cursor.number(TYPE).orElse((long) IN).intValue();
    }

    private static long longer(long limit, Span window) {
        if (limit >= MOST_ROWS) {
            throw new NoProgress(SubTransfers.NAME, limit + " rows or more in the millisecond " + window.from());
        }
        return Math.min(2 * limit, MOST_ROWS);
    }

    private static Cursor at(Cursor cursor, Span window) {
        return cursor.with(FROM, window.from()).with(TO, window.to());
    }

    private static Span window(Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        Span widest = whole.piece(cursor.number(FROM).orElse(whole.from()), LONGEST);
        return new Span(widest.from(), Math.min(widest.to(), cursor.number(TO).orElse(widest.to())));
    }

    private static long limit(Cursor cursor, Scope scope) {
        return cursor.number(LIMIT).orElse((long) scope.pageSize(MOST_ROWS));
    }
}
