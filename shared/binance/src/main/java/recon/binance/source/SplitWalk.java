package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import recon.binance.request.Request;

/**
 * Lane by lane, in windows of time, for an endpoint without pages: a window whose answer is full is halved, down to one
 * millisecond, where only a longer answer helps. A window that was not full is followed by one of twice its length. It
 * does not matter in which order the endpoint puts its rows.
 *
 * @param source the source's name, for messages
 * @param limit the name of the parameter with the most rows of an answer; empty where the endpoint has none
 * @param longest the longest window
 * @param mostRows the most rows that the endpoint puts into an answer
 */
public record SplitWalk(String source, Optional<String> limit, Duration longest, int mostRows) {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String LIMIT = "limit";

    public SplitWalk {
        requireNonNull(source, "source is null");
        requireNonNull(limit, "limit is null");
        requireNonNull(longest, "longest is null");
    }

    /** The lane that a cursor is in. */
    public Lane lane(Cursor cursor, List<Lane> lanes) {
        return Lane.at(cursor, lanes, source);
    }

    /** The request with its lane, window and limit. */
    public Request ask(Request request, List<Lane> lanes, Cursor cursor, Scope scope) {
        Span window = window(cursor, scope);
        Request asked =
                lane(cursor, lanes).on(request).with("startTime", window.from()).with("endTime", window.to());
        return limit.map(name -> asked.with(name, limit(cursor, scope))).orElse(asked);
    }

    /** Where to go on after an answer of so many rows: it is full if it has as many as were asked for. */
    public Cursor after(int rows, List<Lane> lanes, Cursor cursor, Scope scope) {
        return after(rows >= limit(cursor, scope), lanes, cursor, scope);
    }

    /** Where to go on after an answer of which it is known whether there is more. */
    public Cursor after(boolean more, List<Lane> lanes, Cursor cursor, Scope scope) {
        Lane lane = lane(cursor, lanes);
        Span window = window(cursor, scope);
        if (more) {
            return window.divisible()
                    ? at(lane, window.firstHalf())
                    : at(lane, window).with(LIMIT, longer(limit(cursor, scope), window));
        }
        Span whole = Span.of(scope);
        if (window.to() < whole.to()) {
            Duration twice = window.length().multipliedBy(2);
            return at(lane, whole.piece(window.to() + 1, twice.compareTo(longest) < 0 ? twice : longest));
        }
        return lane.next(lanes);
    }

    private long longer(long asked, Span window) {
        if (asked >= mostRows || limit.isEmpty()) {
            throw new NoProgress(source, asked + " rows or more in the millisecond " + window.from());
        }
        return Math.min(2 * asked, mostRows);
    }

    private static Cursor at(Lane lane, Span window) {
        return lane.start().with(FROM, window.from()).with(TO, window.to());
    }

    private Span window(Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        Span widest = whole.piece(cursor.number(FROM).orElse(whole.from()), longest);
        return new Span(widest.from(), Math.min(widest.to(), cursor.number(TO).orElse(widest.to())));
    }

    private long limit(Cursor cursor, Scope scope) {
        return limit.isEmpty() ? mostRows : cursor.number(LIMIT).orElse((long) scope.pageSize(mostRows));
    }
}
