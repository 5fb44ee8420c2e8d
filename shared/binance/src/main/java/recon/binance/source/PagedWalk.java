package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import recon.binance.request.Request;

/**
 * Lane by lane, in windows of time, and inside a window page by page. The end of a window never moves while it is
 * read. All the same a row that appears late shifts the pages that follow: where the endpoint tells how many rows
 * there are and the number changes, the window is read again from its first page.
 *
 * @param source the source's name, for messages
 * @param page the name of the parameter that counts pages from 1
 * @param size the name of the parameter with the rows of a page
 * @param longest the longest window
 * @param mostRows the most rows that the endpoint puts into a page
 */
public record PagedWalk(String source, String page, String size, Duration longest, int mostRows) {
    private static final String FROM = "from";
    private static final String PAGE = "page";
    private static final String TOTAL = "total";
    private static final String AGAIN = "again";
    private static final int MOST_PAGES = 10_000;
    private static final int MOST_REPEATS = 20;

    public PagedWalk {
        requireNonNull(source, "source is null");
        requireNonNull(page, "page is null");
        requireNonNull(size, "size is null");
        requireNonNull(longest, "longest is null");
    }

    /** A walk of an endpoint that counts its pages as {@code current} and {@code size}, a hundred rows at most. */
    public static PagedWalk current(String source, Duration longest) {
        return new PagedWalk(source, "current", "size", longest, 100);
    }

    /** The lane that a cursor is in. */
    public Lane lane(Cursor cursor, List<Lane> lanes) {
        return Lane.at(cursor, lanes, source);
    }

    /** The request with its lane, window and page. */
    public Request ask(Request request, List<Lane> lanes, Cursor cursor, Scope scope) {
        Span window = window(cursor, scope);
        return lane(cursor, lanes)
                .on(request)
                .with("startTime", window.from())
                .with("endTime", window.to())
                .with(page, number(cursor))
                .with(size, scope.pageSize(mostRows));
    }

    /**
     * Where to go on after a page.
     *
     * @param rows how many it has
     * @param total how many the whole window has, where the endpoint tells
     * @throws MalformedReply if a page ends before the total does: rows would be lost
     */
    public Cursor after(int rows, OptionalLong total, List<Lane> lanes, Cursor cursor, Scope scope) {
        Lane lane = lane(cursor, lanes);
        Span window = window(cursor, scope);
        Cursor here = lane.start().with(FROM, window.from());
        if (total.isPresent()
                && cursor.number(TOTAL)
                        .filter(before -> before != total.getAsLong())
                        .isPresent()) {
            return repeated(here, cursor, total.getAsLong());
        }
        int full = scope.pageSize(mostRows);
        long seen = (number(cursor) - 1) * full + rows;
        if (rows < full && total.orElse(0) > seen) {
            throw new MalformedReply(source, "a page of " + rows + " rows, and " + total.getAsLong() + " are promised");
        }
        if (rows >= full && total.orElse(Long.MAX_VALUE) > seen) {
            if (number(cursor) >= MOST_PAGES) {
                throw new NoProgress(source, MOST_PAGES + " full pages from " + window.from());
            }
            Cursor next = here.with(PAGE, number(cursor) + 1).with(AGAIN, repeats(cursor));
            return total.isPresent() ? next.with(TOTAL, total.getAsLong()) : next;
        }
        return window.to() < Span.of(scope).to() ? lane.start().with(FROM, window.to() + 1) : lane.next(lanes);
    }

    private Cursor repeated(Cursor here, Cursor cursor, long total) {
        if (repeats(cursor) >= MOST_REPEATS) {
            throw new NoProgress(
                    source, "rows keep appearing while they are read, for the " + MOST_REPEATS + "th time");
        }
        return here.with(TOTAL, total).with(AGAIN, repeats(cursor) + 1);
    }

    private Span window(Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        return whole.piece(cursor.number(FROM).orElse(whole.from()), longest);
    }

    private static long number(Cursor cursor) {
        return cursor.number(PAGE).orElse(1L);
    }

    private static long repeats(Cursor cursor) {
        return cursor.number(AGAIN).orElse(0L);
    }
}
