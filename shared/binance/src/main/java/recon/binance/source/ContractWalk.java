package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import recon.binance.request.Request;

/**
 * One contract by id, for an endpoint that has no first id to begin with: from the beginning of the scope in windows of
 * time until one has rows, and from the last of these on by id. A window whose answer is full is halved, since nobody says
 * which of its rows an answer leaves out; where that ends at a millisecond, everything is read by id. The last cursor is finished and a bookmark at once: the next walk goes on with
 * the oldest row that may still change. What an id means that is older than the exchange's memory is not documented: then
 * windows lead in again.
 *
 * @param ids the walk by id
 * @param longest the longest window
 */
public record ContractWalk(IdWalk ids, Duration longest) {
    /** The cursor's key for the time of the newest row met, epoch ms on the exchange's clock. */
    public static final String AT = "at";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String UNSETTLED = "unsettled";
    private static final String OPEN = "open";
    /** What a walk without rows leaves to the next one of the time that it has seen. */
    private static final Duration SETTLING = Duration.ofHours(1);

    public ContractWalk {
        requireNonNull(ids, "ids is null");
        requireNonNull(longest, "longest is null");
    }

    /**
     * What a walk needs to know of a row.
     *
     * @param id what the exchange orders it by
     * @param time epoch ms
     * @param settled whether it never changes any more
     */
    public record Step(long id, long time, boolean settled) {}

    /** The time of the newest row that a walk or a bookmark has met, on the exchange's clock; empty for none. */
    public static Optional<Instant> newest(Cursor cursor) {
        return cursor.number(AT).map(Instant::ofEpochMilli);
    }

    /** Whether a bookmark stands at a row that may still change. */
    public static boolean open(Cursor bookmark) {
        return bookmark.number(OPEN).isPresent();
    }

    /** The request with its window or id, and its limit. */
    public Request ask(Request request, Cursor cursor, Scope scope) {
        if (byId(cursor, scope)) {
            return ids.ask(request, cursor, scope);
        }
        Span window = window(cursor, scope);
        return request.with("startTime", window.from())
                .with("endTime", window.to())
                .with("limit", scope.pageSize(ids.mostRows()));
    }

    /**
     * The page of rows that book nothing.
     *
     * @param step what the walk needs to know of a row; it insists on what every row has
     */
    public <T> Page page(RowReader reader, List<T> rows, BiFunction<T, Fields, Step> step, Cursor cursor, Scope scope) {
        List<Step> steps = IntStream.range(0, rows.size())
                .mapToObj(i -> step.apply(rows.get(i), reader.fields(i)))
                .toList();
        return new Page(List.of(), rows.size(), after(steps, cursor, scope));
    }

    /**
     * Where to go on after a page.
     *
     * @param rows in their order
     */
    public Cursor after(List<Step> rows, Cursor cursor, Scope scope) {
        if (byId(cursor, scope)) {
            return bookmark(ids.after(rows.stream().map(Step::id).toList(), noted(rows, cursor), scope));
        }
        Span window = window(cursor, scope);
        boolean full = rows.size() >= scope.pageSize(ids.mostRows());
        if (full && window.divisible()) {
            return at(cursor, window.firstHalf());
        }
        if (rows.isEmpty()) {
            return empty(window, cursor, scope);
        }
        // More rows in one millisecond than a page holds: nobody says which of them these are.
        long last = full ? 0 : rows.stream().mapToLong(Step::id).max().orElseThrow();
        return noted(rows, cursor).without(FROM).without(TO).with(ids.key(), last);
    }

    private Cursor empty(Span window, Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        if (window.to() < whole.to()) {
            Duration twice = window.length().multipliedBy(2);
            return at(cursor, whole.piece(window.to() + 1, twice.compareTo(longest) < 0 ? twice : longest));
        }
        return cursor.without(TO)
                .with(FROM, Math.max(whole.from(), whole.to() - SETTLING.toMillis()))
                .finish();
    }

    private static Cursor noted(List<Step> rows, Cursor cursor) {
        Cursor noted = cursor;
        for (long newest : rows.stream().mapToLong(Step::time).max().stream().toArray()) {
            noted = noted.with(AT, newest);
        }
        LongStream open = LongStream.concat(
                cursor.number(UNSETTLED).stream().mapToLong(Long::longValue),
                rows.stream().filter(row -> !row.settled()).mapToLong(Step::id));
        for (long oldest : open.min().stream().toArray()) {
            noted = noted.with(UNSETTLED, oldest);
        }
        return noted;
    }

    private Cursor bookmark(Cursor next) {
        return next.finished()
                ? next.number(UNSETTLED)
                        .map(id -> next.without(UNSETTLED).with(ids.key(), id).with(OPEN, 1))
                        .orElse(next.without(OPEN))
                : next;
    }

    private boolean byId(Cursor cursor, Scope scope) {
        return cursor.number(ids.key()).isPresent()
                && cursor.number(AT).orElse(0L) >= scope.from().toEpochMilli();
    }

    private Span window(Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        long from = Math.clamp(cursor.number(FROM).orElse(whole.from()), whole.from(), whole.to());
        Span widest = whole.piece(from, longest);
        return new Span(from, Math.clamp(cursor.number(TO).orElse(widest.to()), from, widest.to()));
    }

    private static Cursor at(Cursor cursor, Span window) {
        return cursor.with(FROM, window.from()).with(TO, window.to());
    }
}
