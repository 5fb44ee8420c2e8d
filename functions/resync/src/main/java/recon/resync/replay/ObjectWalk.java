package recon.resync.replay;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.resync.plan.ReplayPlan;
import recon.storage.StorageException;
import recon.storage.archive.ArchiveIndex;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * The objects of a task, some of them a step, in the order in which they came. One that is damaged does not keep the
 * others from being read: it becomes an error of its own, and the task fails at its end.
 */
final class ObjectWalk {
    /** Objects of one step: after each step the time that is left is looked at. */
    static final int AT_ONCE = 25;
    /** The type of the error that names a damaged object. */
    static final String DAMAGED_OBJECT = "DAMAGED_OBJECT";

    private static final String AFTER = "after";
    private static final String FIRST_DAMAGED = "damaged";

    private final ArchiveIndex index;
    private final Registry registry;
    private final InstantSource clock;

    ObjectWalk(ArchiveIndex index, Registry registry, InstantSource clock) {
        this.index = requireNonNull(index, "index is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The next keys of a task. */
    List<String> keys(Task task, int most) {
        return index.keys(
                task.name(),
                task.accountId(),
                LocalDate.parse(requireNonNull(task.attributes().get(ReplayPlan.DAY))),
                Optional.ofNullable(task.cursor().get(AFTER)),
                most);
    }

    StepOutcome next(Task task, ObjectReplay replay) {
        List<String> keys = keys(task, AT_ONCE);
        if (keys.isEmpty()) {
            return end(task);
        }
        Map<String, String> cursor = new HashMap<>(task.cursor());
        Map<String, Long> totals = Map.of();
        for (String key : keys) {
            totals = Counts.sum(totals, read(task, key, replay, cursor));
        }
        cursor.put(AFTER, keys.getLast());
        return new StepOutcome.Proceed(cursor, totals);
    }

    /** Goes on behind an object. */
    static StepOutcome behind(Task task, String key, Map<String, Long> totals) {
        Map<String, String> cursor = new HashMap<>();
        cursor.put(AFTER, key);
        Optional.ofNullable(task.cursor().get(FIRST_DAMAGED)).ifPresent(first -> cursor.put(FIRST_DAMAGED, first));
        return new StepOutcome.Proceed(cursor, totals);
    }

    /** Names an object that cannot be read, and goes on behind it. */
    StepOutcome damaged(Task task, String key, StorageException e) {
        name(task, key, e);
        Map<String, String> cursor = new HashMap<>(task.cursor());
        cursor.putIfAbsent(FIRST_DAMAGED, key);
        cursor.put(AFTER, key);
        return new StepOutcome.Proceed(cursor, Map.of(Counts.OBJECTS, 1L, Counts.DAMAGED, 1L));
    }

    private Map<String, Long> read(Task task, String key, ObjectReplay replay, Map<String, String> cursor) {
        try {
            return Counts.sum(Map.of(Counts.OBJECTS, 1L), replay.read(task, key));
        } catch (StorageException.Malformed | StorageException.Missing e) {
            name(task, key, e);
            cursor.putIfAbsent(FIRST_DAMAGED, key);
            return Map.of(Counts.OBJECTS, 1L, Counts.DAMAGED, 1L);
        }
    }

    private void name(Task task, String key, StorageException e) {
        registry.put(new ReconciliationError(
                DAMAGED_OBJECT + "/" + key,
                clock.instant(),
                task.accountId(),
                DAMAGED_OBJECT,
                "",
                String.valueOf(e.getMessage()),
                key,
                true,
                Optional.empty(),
                ""));
    }

    /** How a task ends that has no object left. */
    static StepOutcome end(Task task) {
        return Optional.ofNullable(task.cursor().get(FIRST_DAMAGED))
                .<StepOutcome>map(first -> new StepOutcome.Failed(
                        task.totals().getOrDefault(Counts.DAMAGED, 0L) + " damaged, the first of them " + first))
                .orElseGet(() -> new StepOutcome.Done(task.cursor(), Map.of()));
    }
}
