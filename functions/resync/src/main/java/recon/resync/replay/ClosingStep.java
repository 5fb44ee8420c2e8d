package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.StorageException;
import recon.storage.archive.Archive;
import recon.storage.event.Collected;
import recon.storage.event.EventBus;
import recon.storage.work.Run;
import recon.storage.work.RunState;
import recon.storage.work.Runs;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * Has that done again which was done after a collection, and waits for it: what was received later must not be in the books
 * yet. Where it is done already, and this replay has changed nothing so far that it was made of, nothing is done.
 */
final class ClosingStep {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final String CLOSING = "closing";
    private static final String AS = "as";

    /** What follows a collection. */
    enum What {
        /** Days are closed, of what this replay has written. */
        DAYS(Counts.CLOSED) {
            @Override
            String run(String collection) {
                return Collected.closedBy(collection);
            }
        },
        /** Trades are made of futures, of the archive itself: once done there is nothing to be done again. */
        FUTURES(Counts.FOLDED) {
            @Override
            String run(String collection) {
                return Collected.foldedBy(collection);
            }
        };

        private final String count;

        What(String count) {
            this.count = count;
        }

        abstract String run(String collection);
    }

    private final What what;
    private final ObjectWalk walk;
    private final Archive archive;
    private final Runs runs;
    private final EventBus bus;
    private final InstantSource clock;

    ClosingStep(ObjectWalk walk, Archive archive, Runs runs, EventBus bus, InstantSource clock, What what) {
        this.what = requireNonNull(what, "what is null");
        this.walk = requireNonNull(walk, "walk is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.bus = requireNonNull(bus, "bus is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    StepOutcome next(Task task) {
        return Optional.ofNullable(task.cursor().get(CLOSING))
                .map(key -> await(task, key))
                .orElseGet(() -> begin(task));
    }

    private StepOutcome begin(Task task) {
        List<String> keys = walk.keys(task, 1);
        if (keys.isEmpty()) {
            return ObjectWalk.end(task);
        }
        String key = keys.getFirst();
        try {
            return begin(task, key, Collected.read(archive, key));
        } catch (StorageException.Malformed | StorageException.Missing e) {
            return walk.damaged(task, key, e);
        }
    }

    private StepOutcome begin(Task task, String key, Collected collected) {
        Optional<Run> before = runs.run(what.run(collected.runId()));
        if (before.isEmpty()) {
            return closing(task, key, collected.runId());
        }
        boolean byThisReplay = before.map(Run::attributes)
                .map(attributes -> attributes.get(Collected.REPLAYED_BY))
                .filter(task.runId()::equals)
                .isPresent();
        return what == What.DAYS && restored(task.runId()) && !byThisReplay
                ? closing(task, key, collected.runId() + "." + task.runId())
                : ObjectWalk.behind(task, key, Map.of(Counts.OBJECTS, 1L, Counts.UNCHANGED, 1L));
    }

    /** Kept before anything is told: whoever goes on after a crash waits for the same run. */
    private static StepOutcome closing(Task task, String key, String as) {
        Map<String, String> cursor = new HashMap<>(task.cursor());
        cursor.put(CLOSING, key);
        cursor.put(AS, as);
        return new StepOutcome.Proceed(cursor, Map.of());
    }

    private StepOutcome await(Task task, String key) {
        String as = requireNonNull(task.cursor().get(AS));
        Optional<Run> run = runs.run(what.run(as));
        if (run.filter(known -> known.state() == RunState.COMPLETED).isPresent()) {
            return ObjectWalk.behind(task, key, Map.of(Counts.OBJECTS, 1L, what.count, 1L));
        }
        if (run.isEmpty()) {
            bus.publish(
                    List.of(Collected.read(archive, key).as(as, task.runId()).event()));
        }
        return new StepOutcome.PutBack(
                task.cursor(), clock.instant().plus(WAIT), "what follows is being done: " + as, false, Map.of());
    }

    private boolean restored(String runId) {
        return runs.tasks(runId).stream().anyMatch(task -> task.totals().getOrDefault(Counts.RESTORED, 0L) > 0);
    }
}
