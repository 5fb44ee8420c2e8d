package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import recon.binance.source.Cursor;

/**
 * Where a task stands: the window of row times, fixed when the task first runs, and the source's own position in it.
 *
 * @param from beginning of the window, on the exchange's clock
 * @param to end of the window, on the exchange's clock
 * @param position the source's own cursor
 */
record TaskCursor(Instant from, Instant to, Cursor position) {
    private static final String FROM = "window.from";
    private static final String TO = "window.to";

    TaskCursor {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(position, "position is null");
    }

    /** Reads what {@link #values} wrote; empty for a task that has not run yet. */
    static Optional<TaskCursor> parse(Map<String, String> values) {
        if (!values.containsKey(FROM)) {
            return Optional.empty();
        }
        Map<String, String> position = new HashMap<>(values);
        Instant from = Instant.ofEpochMilli(Long.parseLong(requireNonNull(position.remove(FROM))));
        Instant to = Instant.ofEpochMilli(Long.parseLong(requireNonNull(position.remove(TO))));
        return Optional.of(new TaskCursor(from, to, new Cursor(position)));
    }

    TaskCursor at(Cursor next) {
        return new TaskCursor(from, to, next);
    }

    Map<String, String> values() {
        Map<String, String> values = new HashMap<>(position.values());
        values.put(FROM, Long.toString(from.toEpochMilli()));
        values.put(TO, Long.toString(to.toEpochMilli()));
        return Map.copyOf(values);
    }
}
