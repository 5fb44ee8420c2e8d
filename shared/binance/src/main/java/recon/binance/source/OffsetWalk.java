package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import recon.binance.request.Request;

/**
 * Walks windows of time, and inside a window by offset until a page is not full. Rows that are added while it walks
 * may come twice, which changes nothing.
 *
 * @param source the source's name, for messages
 * @param longest the longest window the endpoint takes
 * @param mostRows the most rows it puts into a page
 */
public record OffsetWalk(String source, Duration longest, int mostRows) {
    private static final String FROM = "from";
    private static final String OFFSET = "offset";
    private static final int MOST_PAGES = 10_000;

    public OffsetWalk {
        requireNonNull(source, "source is null");
        requireNonNull(longest, "longest is null");
    }

    /** The request with its window, offset and limit. */
    public Request ask(Request request, Cursor cursor, Scope scope) {
        Span window = window(cursor, scope);
        return request.with("startTime", window.from())
                .with("endTime", window.to())
                .with("offset", cursor.number(OFFSET).orElse(0L))
                .with("limit", scope.pageSize(mostRows));
    }

    /** Where to go on after a page of so many rows. */
    public Cursor after(int rows, Cursor cursor, Scope scope) {
        Span window = window(cursor, scope);
        int size = scope.pageSize(mostRows);
        if (rows >= size) {
            long offset = cursor.number(OFFSET).orElse(0L) + rows;
            if (offset / size > MOST_PAGES) {
                throw new NoProgress(source, "more than " + MOST_PAGES + " pages from " + scope.from());
            }
            return cursor.with(FROM, window.from()).with(OFFSET, offset);
        }
        return window.to() == Span.of(scope).to()
                ? Cursor.FINISHED
                : cursor.with(FROM, window.to() + 1).without(OFFSET);
    }

    private Span window(Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        return whole.piece(cursor.number(FROM).orElse(whole.from()), longest);
    }
}
