package recon.stream.notice;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts since the start of the process. One thread counts, any may read. */
public final class Counters {
    private final Map<Count, AtomicLong> counts = new EnumMap<>(Count.class);

    public Counters() {
        for (Count count : Count.values()) {
            counts.put(count, new AtomicLong());
        }
    }

    public void add(Count count) {
        add(count, 1);
    }

    public void add(Count count, long number) {
        AtomicLong counter = of(count);
        counter.setOpaque(counter.getPlain() + number);
    }

    public long get(Count count) {
        return of(count).getOpaque();
    }

    private AtomicLong of(Count count) {
        return requireNonNull(counts.get(count), "every count has a counter");
    }
}
