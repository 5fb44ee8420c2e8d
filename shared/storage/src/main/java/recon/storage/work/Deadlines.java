package recon.storage.work;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import recon.storage.item.Batches;

/** Completes runs whose time is over: what is open has failed, and what was never written counts as failed. */
final class Deadlines {
    private final WorkTable work;
    private final Endings endings;

    Deadlines(WorkTable work) {
        this.work = requireNonNull(work, "work is null");
        this.endings = new Endings(work);
    }

    /** Whether the run completed by this; if a task moved on meanwhile, the next sweep sees to the rest. */
    boolean complete(String runId, Instant now) {
        Run run = work.requireRun(runId);
        if (run.state() == RunState.COMPLETED || run.deadline().isAfter(now)) {
            return false;
        }
        // Once it is open no planner can add to it, so what is missing now stays missing.
        if (run.state() == RunState.PLANNING && work.open(runId).isEmpty()) {
            return false;
        }
        List<Task> written = work.tasks(runId);
        List<Ending> open = written.stream()
                .filter(t -> t.state().open())
                .map(t -> Ending.failed(t, "deadline"))
                .toList();
        return end(run, open, run.tasks() - written.size(), now);
    }

    private boolean end(Run run, List<Ending> open, int unwritten, Instant now) {
        List<List<Ending>> chunks = open.isEmpty() ? List.of(open) : Batches.chunks(open, Endings.MOST_AT_ONCE);
        for (List<Ending> chunk : chunks.subList(0, chunks.size() - 1)) {
            if (!endings.end(run.runId(), chunk, 0, now)) {
                return false;
            }
        }
        return endings.end(run.runId(), chunks.getLast(), unwritten, now);
    }
}
