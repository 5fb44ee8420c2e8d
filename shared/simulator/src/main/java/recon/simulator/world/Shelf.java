package recon.simulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One kind of rows, by account.
 *
 * @param <T> the row
 */
public final class Shelf<T> {
    private final ToLongFunction<T> stamp;
    private final Map<String, Timeline<T>> rows = new HashMap<>();

    Shelf(ToLongFunction<T> stamp) {
        this.stamp = stamp;
    }

    void add(String uid, T row) {
        rows.computeIfAbsent(uid, _ -> new Timeline<>(stamp)).add(row);
    }

    /** A row that comes after others of a later stamp. */
    void insert(String uid, T row) {
        rows.computeIfAbsent(uid, _ -> new Timeline<>(stamp)).insert(row);
    }

    /** An account's rows, ascending by stamp. */
    public Timeline<T> of(String uid) {
        return rows.getOrDefault(uid, new Timeline<>(stamp));
    }
}
