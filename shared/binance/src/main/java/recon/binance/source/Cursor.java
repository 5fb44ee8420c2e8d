package recon.binance.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a walk through an endpoint stands. Texts only, so that it can be stored as it is.
 *
 * @param values by name; each source has names of its own
 */
public record Cursor(Map<String, String> values) {
    /** Names the symbol that a walk is at, where it goes symbol by symbol. */
    public static final String SYMBOL = "symbol";

    private static final String DONE = "finished";
    private static final String WAITING = "waiting";

    /** The beginning. */
    public static final Cursor START = new Cursor(Map.of());

    /** The end, with nothing to remember. */
    public static final Cursor FINISHED = START.with(DONE, "true");

    public Cursor {
        values = Map.copyOf(values);
    }

    /** Whether there is nothing more to ask. */
    public boolean finished() {
        return values.containsKey(DONE);
    }

    /** This cursor at its end; what it remembers stays, as a bookmark. */
    public Cursor finish() {
        return with(DONE, "true");
    }

    /** Whether what was asked for is not there yet: the same is asked again, but later. */
    public boolean waits() {
        return values.containsKey(WAITING);
    }

    /** This cursor where it is, waiting for what is not there yet. */
    public Cursor waiting() {
        return with(WAITING, "true");
    }

    /** This cursor, a bookmark, as the beginning of another walk. */
    public Cursor resumed() {
        return without(DONE);
    }

    /**
     * The symbol that a walk is at.
     *
     * @throws IllegalArgumentException if it goes by no symbol
     */
    public String symbol() {
        return get(SYMBOL).orElseThrow(() -> new IllegalArgumentException("a cursor without symbol"));
    }

    /** A value, if it is there. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A number, if it is there. */
    public Optional<Long> number(String name) {
        return get(name).map(Long::valueOf);
    }

    /** This cursor with a value set. */
    public Cursor with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Cursor(more);
    }

    /** This cursor with a number set. */
    public Cursor with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** This cursor without a value. */
    public Cursor without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Cursor(fewer);
    }
}
