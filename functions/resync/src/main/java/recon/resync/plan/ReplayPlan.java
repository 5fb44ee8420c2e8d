package recon.resync.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import recon.binance.exchangeinfo.ExchangeInfo;
import recon.storage.event.Collected;
import recon.storage.work.Run;
import recon.storage.work.RunPlan;
import recon.storage.work.TaskPlan;

/**
 * Plans a replay: one task for what a source archived of an account on a UTC day. The days are gone through in their
 * order: of each day the lists of symbols first, without which a row cannot be read, then everything else, and at last
 * the days are closed that were closed then, and trades made of futures as they were then. So the books come to every
 * closing as they were at that time.
 */
public final class ReplayPlan {
    /** The kind of the run, and so the queue it works on. */
    public static final String KIND = "resync";
    /** The event that tells that a run has ended; nobody has a rule for it yet. */
    public static final String COMPLETED = "ReplayCompleted";
    /** Attribute of a task: the UTC day on which the answers came. */
    public static final String DAY = "day";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int STAGES_OF_A_DAY = 3;
    private static final Duration DEADLINE = Duration.ofDays(7);

    private ReplayPlan() {}

    /** The beginning of the ids of all replays of these days; the attempt follows. */
    static String runIds(LocalDate from, LocalDate to) {
        return "replay-" + from + "-" + to + "-";
    }

    /** @param shelves what is to be read again, at least one */
    static RunPlan of(String runId, List<Shelf> shelves, Instant now) {
        List<LocalDate> days =
                List.copyOf(new TreeSet<>(shelves.stream().map(Shelf::day).toList()));
        Map<LocalDate, Integer> places = new HashMap<>();
        days.forEach(day -> places.put(day, places.size()));
        return new RunPlan(
                runId,
                KIND,
                days.getLast(),
                now.plus(DEADLINE),
                Map.of(FROM, days.getFirst().toString(), TO, days.getLast().toString()),
                shelves.stream()
                        .map(shelf -> task(shelf, requireNonNull(places.get(shelf.day())), now))
                        .toList(),
                COMPLETED);
    }

    /** The first UTC day on which what a replay reads was received. */
    public static LocalDate first(Run replay) {
        return day(replay, FROM);
    }

    /** The last such day. */
    public static LocalDate last(Run replay) {
        return day(replay, TO);
    }

    private static LocalDate day(Run replay, String which) {
        return Optional.ofNullable(replay.attributes().get(which))
                .map(LocalDate::parse)
                .orElseThrow(() -> new IllegalArgumentException(replay.runId() + " is no replay"));
    }

    private static TaskPlan task(Shelf shelf, int place, Instant now) {
        return new TaskPlan(
                shelf.source() + ":" + shelf.accountId() + ":" + shelf.day(),
                shelf.source(),
                shelf.accountId(),
                place * STAGES_OF_A_DAY + stage(shelf.source()),
                Set.of(),
                now,
                Map.of(DAY, shelf.day().toString()));
    }

    private static int stage(String source) {
        return switch (source) {
            case ExchangeInfo.NAME -> 0;
            case Collected.SOURCE, Collected.FUTURES_SOURCE -> 2;
            default -> 1;
        };
    }
}
