package recon.ledger.position.row;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Rows by their key. Which of several with one key counts does not depend on which came first. */
final class KeyedRows<K, T> {
    /** How the content of a row is compared: amounts without their trailing zeros. */
    private final Function<T, String> content;

    private final ToLongFunction<T> version;
    private final Map<K, T> rows = new HashMap<>();
    /** Everything that was seen of keys with different content, by version. */
    private final Map<K, Map<Long, SortedSet<String>>> variants = new HashMap<>();

    /**
     * @param content what must be the same in two rows with one key
     * @param version a row that changes has a higher one each time, and the highest counts
     */
    KeyedRows(Function<T, String> content, ToLongFunction<T> version) {
        this.content = content;
        this.version = version;
    }

    void add(K key, T row) {
        T known = rows.putIfAbsent(key, row);
        if (known == null || known.equals(row)) {
            return;
        }
        if (version.applyAsLong(known) == version.applyAsLong(row)
                && !content.apply(known).equals(content.apply(row))) {
            seen(key, known);
            seen(key, row);
        }
        rows.put(key, order().compare(known, row) <= 0 ? known : row);
    }

    /**
     * Takes in rows of a lesser kind, which do not say everything. A row that is known already counts, whatever they say of it;
     * only what changes counts as they have it, where they have seen it later.
     *
     * @param whole the lesser row, and what it does not say as the known one has it
     */
    void takeIn(KeyedRows<K, T> lesser, BinaryOperator<T> whole) {
        lesser.rows.forEach((key, row) -> {
            T known = rows.get(key);
            if (known == null) {
                rows.put(key, row);
                return;
            }
            T completed = whole.apply(row, known);
            long later = version.applyAsLong(completed) - version.applyAsLong(known);
            if (later > 0) {
                rows.put(key, completed);
            } else if (later == 0 && !content.apply(known).equals(content.apply(completed))) {
                seen(key, known);
                seen(key, completed);
            }
        });
        lesser.variants.forEach(
                (key, versions) -> versions.forEach((at, texts) -> variants.computeIfAbsent(key, _ -> new HashMap<>())
                        .computeIfAbsent(at, _ -> new TreeSet<>())
                        .addAll(texts)));
    }

    private Comparator<T> order() {
        return Comparator.comparingLong(version)
                .reversed()
                .thenComparing(content)
                .thenComparing(Object::toString);
    }

    private void seen(K key, T row) {
        variants.computeIfAbsent(key, _ -> new HashMap<>())
                .computeIfAbsent(version.applyAsLong(row), _ -> new TreeSet<>())
                .add(content.apply(row));
    }

    Collection<T> rows() {
        return rows.values();
    }

    /** The keys under which different things are said, each with what counts and what does not. */
    Stream<Left<K, T>> left() {
        return rows.entrySet().stream()
                .filter(entry -> variants.containsKey(entry.getKey()))
                .flatMap(entry -> variants
                        .getOrDefault(entry.getKey(), Map.of())
                        .getOrDefault(version.applyAsLong(entry.getValue()), new TreeSet<>())
                        .stream()
                        .filter(text -> !text.equals(content.apply(entry.getValue())))
                        .map(text ->
                                new Left<>(entry.getKey(), entry.getValue(), content.apply(entry.getValue()), text)));
    }

    /**
     * A row that is left out.
     *
     * @param key what it shares with the one that counts
     * @param row the one that counts
     * @param used what that one says
     * @param left what this one says
     */
    record Left<K, T>(K key, T row, String used, String left) {}
}
