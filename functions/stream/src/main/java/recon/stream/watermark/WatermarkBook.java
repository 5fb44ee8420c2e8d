package recon.stream.watermark;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.watermark.Watermark;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;
import recon.stream.notice.Counters;
import recon.stream.notice.Notices;

/**
 * All coverages, written down at an interval and as soon as one ends. Only one write is under way at a time, so that an
 * older mark never replaces a newer one. An ended coverage is forgotten once its last mark is kept.
 */
public final class WatermarkBook {
    private static final long NEVER = Long.MAX_VALUE;
    /** Ended ones that cannot be written: forgetting the oldest leaves a gap that is filled in vain, nothing worse. */
    private static final int MOST = 100_000;

    private static final long PATIENCE_MS = 30_000;

    private final WatermarkStore store;
    private final long every;
    private final Counters counters;
    private final Notices notices;
    /** What is known to be kept, by coverage. */
    private final Map<Coverage, Optional<Watermark>> kept = new LinkedHashMap<>();

    private long dueAt = NEVER;
    private Optional<Writing> writing = Optional.empty();
    private boolean soon;
    private int failures;

    private static final class Writing {
        private final Map<Coverage, Watermark> marks;
        private final long deadline;

        private Writing(Map<Coverage, Watermark> marks, long deadline) {
            this.marks = marks;
            this.deadline = deadline;
        }
    }

    /** @param every how often marks are written */
    public WatermarkBook(WatermarkStore store, Duration every, Counters counters, Notices notices) {
        this.store = requireNonNull(store, "store is null");
        this.every = every.toMillis();
        this.counters = requireNonNull(counters, "counters is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    /** A subscription has begun. */
    public void open(long now, Coverage coverage) {
        if (kept.size() >= MOST) {
            Coverage oldest = kept.keySet().iterator().next();
            kept.remove(oldest);
            notices.alarm(new Alarm(
                    Alarm.Kind.WATERMARKS, "more than " + MOST + " watermarks wait to be written: forgot the oldest"));
        }
        kept.put(coverage, Optional.empty());
        dueAt = Math.min(dueAt, now + every);
    }

    /** A subscription has ended: its mark is written without waiting for the interval. */
    public void ended(long now) {
        soon = true;
        tick(now);
    }

    public void tick(long now) {
        if (writing.filter(under -> under.deadline <= now).isPresent()) {
            answered(now, writing.get(), false);
        }
        if (writing.isEmpty() && (soon || dueAt <= now)) {
            write(now);
        }
    }

    public long nextDue() {
        return writing.map(under -> under.deadline).orElse(dueAt);
    }

    /** Whether the last marks of all that has ended are kept. */
    public boolean isSettled() {
        return writing.isEmpty() && kept.keySet().stream().noneMatch(Coverage::hasEnded);
    }

    /** The coverages that are not forgotten. */
    public List<Coverage> coverages() {
        return List.copyOf(kept.keySet());
    }

    private void write(long now) {
        soon = false;
        kept.entrySet()
                .removeIf(each -> each.getKey().isSettled()
                        && each.getValue().equals(Optional.of(each.getKey().watermark())));
        Map<Coverage, Watermark> marks = new LinkedHashMap<>();
        kept.forEach((coverage, before) -> {
            Watermark mark = coverage.watermark();
            if (before.filter(mark::equals).isEmpty()) {
                marks.put(coverage, mark);
            }
        });
        dueAt = kept.isEmpty() ? NEVER : now + every;
        if (!marks.isEmpty()) {
            Writing under = new Writing(marks, now + PATIENCE_MS);
            writing = Optional.of(under);
            store.put(new ArrayList<>(marks.values()), (when, written) -> answered(when, under, written));
        }
    }

    private void answered(long now, Writing under, boolean written) {
        if (writing.filter(current -> current == under).isEmpty()) {
            return;
        }
        writing = Optional.empty();
        if (written) {
            failures = 0;
            under.marks.forEach(this::keep);
        } else {
            counters.add(Count.WATERMARKS_FAILED, under.marks.size());
            if (failures++ == 0) {
                notices.alarm(new Alarm(
                        Alarm.Kind.WATERMARKS,
                        "watermarks cannot be written: until they can, the time since the last ones counts as a gap"));
            }
        }
        if (soon) {
            write(now);
        }
    }

    private void keep(Coverage coverage, Watermark mark) {
        if (coverage.isSettled() && coverage.watermark().equals(mark)) {
            kept.remove(coverage);
        } else if (kept.containsKey(coverage)) {
            kept.put(coverage, Optional.of(mark));
        }
    }
}
