package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.item.Change;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.item.Verdict;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ends tasks. The tasks, the counters of their run and, with the last of them, the run's completion and its event are
 * one transaction: no crash and no race comes between them.
 */
final class Endings {
    /** So many tasks, their run and its outbox are one transaction. */
    static final int MOST_AT_ONCE = Verdict.MOST_WRITES - 2;

    private static final int RUN = 0;

    private final WorkTable work;
    private final Outbox outbox;
    private final Stages stages;

    Endings(WorkTable work) {
        this.work = requireNonNull(work, "work is null");
        this.outbox = new Outbox(work);
        this.stages = new Stages(work);
    }

    /** Ends one task; false if it has moved on since it was seen. */
    boolean end(Ending ending, Instant now) {
        return end(ending.task().runId(), List.of(ending), 0, now);
    }

    /**
     * Ends one task of a run that was read a while ago: mostly that is good enough, and saves reading it again.
     *
     * @return false if the task has moved on since it was seen
     */
    boolean end(Ending ending, Run seen, Instant now) {
        return once(seen, List.of(ending), 0, now).orElseGet(() -> end(ending, now));
    }

    /**
     * Ends tasks of one run, all or none.
     *
     * @param endings at most {@link #MOST_AT_ONCE}
     * @param unwritten how many further tasks the run planned and never wrote: they count as failed
     * @return false if one of the tasks has moved on since it was seen
     */
    boolean end(String runId, List<Ending> endings, int unwritten, Instant now) {
        return Retry.until("ending tasks of run " + runId, () -> once(work.requireRun(runId), endings, unwritten, now));
    }

    private Optional<Boolean> once(Run run, List<Ending> endings, int unwritten, Instant now) {
        String runId = run.runId();
        Countdown countdown = Countdown.of(run, endings, unwritten);
        if (run.state() == RunState.COMPLETED || run.open() < countdown.ending()) {
            return Optional.of(false);
        }
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(table().updating(RunItems.key(runId), countdown.change()));
        endings.forEach(
                e -> writes.add(table().updating(TaskItems.key(runId, e.task().taskId()), task(e))));
        if (countdown.last()) {
            writes.add(table().putting(outbox.item(run, endings, now)));
        }
        return switch (table().transact(writes)) {
            case Verdict.Written() -> {
                if (countdown.endsStage()) {
                    stages.opened(runId, now);
                }
                yield Optional.of(true);
            }
            case Verdict.Collided() -> Optional.empty();
            case Verdict.Refused(var positions) ->
                // If only the run refused, others ended tasks meanwhile: look again whether ours is the last now.
                positions.stream().allMatch(p -> p == RUN) ? Optional.empty() : Optional.of(false);
        };
    }

    private Table table() {
        return work.table();
    }

    private static Change task(Ending ending) {
        return new Change(
                "set #state = :end, #lease = #lease + :one, #cursor = :cursor, #totals = :totals, #reason = :reason"
                        + " remove #due_kind, #due_at",
                "#state = :seen and #lease = :lease",
                Map.of(
                        ":end", Leases.state(ending.state()),
                        ":seen", Leases.state(ending.task().state()),
                        ":lease", Values.number(ending.task().lease()),
                        ":one", Values.number(1),
                        ":cursor", Values.texts(ending.cursor()),
                        ":totals", Values.numbers(ending.totals()),
                        ":reason", Values.text(ending.reason())));
    }
}
