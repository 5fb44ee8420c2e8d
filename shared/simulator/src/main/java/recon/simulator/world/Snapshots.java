package recon.simulator.world;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import recon.simulator.Switches;

/** When the exchange shows what accounts held at the ends of days. A day shows some time after it has ended, and for a month. */
public final class Snapshots {
    private static final long SECOND_MS = 1_000;
    private static final long KEPT_MS = 30 * Agenda.DAY_MS;

    private final long beginning;
    private final Switches switches;
    private final Map<LocalDate, Duration> heldBack = new ConcurrentHashMap<>();

    Snapshots(long beginning, Switches switches) {
        this.beginning = beginning;
        this.switches = switches;
    }

    /** Lets a day show later, or earlier, than usual: so long after the midnight that ends it. */
    public void holdBack(LocalDate day, Duration after) {
        heldBack.put(day, after);
    }

    /**
     * The stamps, epoch ms, of the snapshots from {@code from} to {@code to}, both included, that show at {@code now}; at
     * most so many, the newest. A movement stamped then or later is not in the snapshot.
     */
    public List<Long> shown(long from, long to, long now, int limit) {
        List<Long> shown = new ArrayList<>();
        long earliest = Math.max(Math.max(from, now - KEPT_MS), beginning);
        long lastEnd = Math.floorDiv(to + SECOND_MS, Agenda.DAY_MS) * Agenda.DAY_MS;
        for (long end = lastEnd; end - SECOND_MS >= earliest && shown.size() < limit; end -= Agenda.DAY_MS) {
            if (end + delay(end) <= now) {
                shown.add(end - SECOND_MS);
            }
        }
        if (!switches.snapshotsNewestFirst()) {
            Collections.reverse(shown);
        }
        return shown;
    }

    private long delay(long end) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(end, Agenda.DAY_MS) - 1);
        return heldBack.getOrDefault(day, switches.snapshotDelay()).toMillis();
    }
}
