package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.binance.request.Request;

/**
 * By id and without windows. Each page begins with the last row of the one before: several rows may have one id, and a
 * page may end between them. The last cursor is finished and a bookmark at once.
 *
 * @param source the source's name, for messages
 * @param param the name of the parameter with the id to go on from, inclusive
 * @param key the cursor's key for that id
 * @param mostRows the most rows that the endpoint puts into a page
 */
public record IdWalk(String source, String param, String key, int mostRows) {
    private static final String LIMIT = "limit";

    public IdWalk {
        requireNonNull(source, "source is null");
        requireNonNull(param, "param is null");
        requireNonNull(key, "key is null");
    }

    /** The request with its id and limit. */
    public Request ask(Request request, Cursor cursor, Scope scope) {
        return request.with(param, from(cursor)).with(LIMIT, limit(cursor, scope));
    }

    /**
     * Where to go on after a page.
     *
     * @param ids of its rows, in their order
     * @throws MalformedReply if they do not ascend: the walk is lossless only if the exchange keeps its order
     */
    public Cursor after(List<Long> ids, Cursor cursor, Scope scope) {
        ascending(ids, from(cursor));
        long limit = limit(cursor, scope);
        Cursor plain = cursor.without(LIMIT);
        if (ids.isEmpty()) {
            return plain.finish();
        }
        long last = ids.getLast();
        if (ids.size() < limit) {
            return plain.with(key, last).finish();
        }
        if (last > from(cursor)) {
            return plain.with(key, last);
        }
        // A full page of one and the same id: only a longer one can lead out of it.
        if (limit >= mostRows) {
            throw new NoProgress(
                    source, cursor.get(Cursor.SYMBOL).orElse("it") + " has " + limit + " rows of id " + last);
        }
        return cursor.with(LIMIT, Math.min(2 * limit, mostRows));
    }

    private void ascending(List<Long> ids, long from) {
        long previous = from;
        for (long id : ids) {
            if (id < previous) {
                throw new MalformedReply(source, "row " + id + " comes after row " + previous);
            }
            previous = id;
        }
    }

    private long from(Cursor cursor) {
        return cursor.number(key).orElse(0L);
    }

    private long limit(Cursor cursor, Scope scope) {
        return cursor.number(LIMIT).orElse((long) scope.pageSize(mostRows));
    }
}
