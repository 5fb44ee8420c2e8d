package recon.simulator.http;

import java.util.List;

/** Cuts lists as paged endpoints do. */
final class Pages {
    private Pages() {}

    /** So many rows after skipping so many. */
    static <T> List<T> cut(List<T> rows, long offset, int limit) {
        int start = Math.toIntExact(Math.min(offset, rows.size()));
        return rows.subList(start, Math.min(start + limit, rows.size()));
    }

    /** The oldest rows of all that are given in their order, or the newest. */
    static <T> List<T> end(List<T> rows, int limit, boolean oldest) {
        int size = rows.size();
        return oldest ? rows.subList(0, Math.min(limit, size)) : rows.subList(Math.max(0, size - limit), size);
    }

    /** A page counted from 1. */
    static <T> List<T> page(List<T> rows, int page, int limit) {
        return cut(rows, (page - 1L) * limit, limit);
    }
}
