package recon.aggregate.fold;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import recon.aggregate.archive.ArchivedPositions;
import recon.aggregate.archive.Gathered;
import recon.aggregate.archive.TooManyAnswers;
import recon.aggregate.doubt.Doubts;
import recon.aggregate.doubt.Window;
import recon.aggregate.plan.AggregationPlan;
import recon.aggregate.report.Part;
import recon.intake.position.TooManyRows;
import recon.storage.position.AccountEntries;
import recon.storage.position.EntryChange;
import recon.storage.position.EntryTable;
import recon.storage.position.SyncFence;
import recon.storage.position.SyncScope;
import recon.storage.position.Synced;
import recon.storage.report.Reports;
import recon.storage.report.position.ChangeFile;
import recon.storage.report.position.EntryFile;
import recon.storage.report.position.OrphanFile;
import recon.storage.report.position.PositionFiles;
import recon.storage.work.Run;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * The whole of one account, as it was known when the collection was told of. It may be cut anywhere and done again, even by a
 * replay: what it leaves, its stamps included, follows from the archive alone.
 */
public final class FoldStep {
    /** As long as a function may run: whoever holds the fence then has ended. */
    private static final Duration FENCE = Duration.ofMinutes(15);

    /** The exchange's clock, by which answers are kept, and ours differ by less. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ArchivedPositions archived;
    private final EntryTable entries;
    private final Doubts doubts;
    private final Reports reports;
    private final InstantSource clock;

    public FoldStep(
            ArchivedPositions archived, EntryTable entries, Doubts doubts, Reports reports, InstantSource clock) {
        this.archived = requireNonNull(archived, "archived is null");
        this.entries = requireNonNull(entries, "entries is null");
        this.doubts = requireNonNull(doubts, "doubts is null");
        this.reports = requireNonNull(reports, "reports is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Folds the account of a task. */
    public StepOutcome fold(Task task, Run run) {
        Instant now = clock.instant();
        return entries.take(task.accountId(), task.runId() + "/" + task.taskId(), now.plus(FENCE))
                .map(fence -> fenced(fence, task, run))
                .orElseGet(() -> later(task, "another sync of the account is at work"));
    }

    private StepOutcome fenced(SyncFence fence, Task task, Run run) {
        try {
            Gathered gathered = archived.read(task.accountId(), told(task).plus(CLOCKS), anew(task));
            AccountFold fold = new AccountFold(gathered, task.accountId(), told(task), unread(task, fence));
            return folded(fold, gathered, fence, task, run);
        } catch (TooManyRows | TooManyAnswers e) {
            entries.release(fence);
            return new StepOutcome.Failed("account " + task.accountId() + " is too large to be folded in one go: "
                    + e.getMessage() + ". Its entries stay as they were");
        }
    }

    private static Instant told(Task task) {
        return Instant.parse(requireNonNull(task.attributes().get(AggregationPlan.TOLD)));
    }

    /** What could not be read is of the days since the last sync. */
    private static Optional<Window> unread(Task task, SyncFence fence) {
        Instant told = told(task);
        Instant since = fence.pointer().syncedAt().orElse(told);
        return Optional.ofNullable(task.attributes().get(AggregationPlan.UNREAD))
                .map(lists -> new Window(
                        LocalDate.ofInstant(since, ZoneOffset.UTC),
                        LocalDate.ofInstant(told, ZoneOffset.UTC),
                        "not read: " + lists));
    }

    private StepOutcome folded(AccountFold fold, Gathered gathered, SyncFence fence, Task task, Run run) {
        long asked = doubts.act(
                task.accountId(),
                requireNonNull(task.attributes().get(AggregationPlan.COLLECTION)),
                fold.doubts(),
                fold.conservation(),
                told(task));
        Optional<Synced> synced =
                entries.sync(fence, fold.trades(), new SyncScope(gathered.completeSince(), anew(task)), told(task));
        if (synced.isEmpty()) {
            return later(task, "the account was taken over by another sync");
        }
        write(fold, synced.get());
        fold.texts()
                .forEach((file, text) -> reports.put(
                        run.day(),
                        Part.name(task.accountId(), file),
                        Part.CSV,
                        text.toString().getBytes(StandardCharsets.UTF_8)));
        return new StepOutcome.Done(task.cursor(), totals(fold, gathered, synced.get(), asked));
    }

    private static boolean anew(Task task) {
        return Boolean.parseBoolean(task.attributes().get(AggregationPlan.ANEW));
    }

    private void write(AccountFold fold, Synced synced) {
        AccountEntries all = entries.read(fold.accountId());
        EntryFile file = new EntryFile(fold.text(PositionFiles.ENTRIES));
        all.entries().forEach(one -> file.entry(one.entry(), one.warnings()));
        ChangeFile changes = new ChangeFile(fold.text(PositionFiles.CHANGES));
        synced.changes().forEach(change -> changes.change(fold.accountId(), change));
        OrphanFile orphans = new OrphanFile(fold.text(PositionFiles.ORPHANS));
        all.orphans().forEach(orphans::orphan);
    }

    private static Map<String, Long> totals(AccountFold fold, Gathered gathered, Synced synced, long asked) {
        Map<String, Long> totals = new HashMap<>(fold.counts());
        totals.put("objects", (long) gathered.objects());
        totals.put("unchanged", synced.unchanged());
        totals.put("created", synced.count(EntryChange.Kind.CREATED));
        totals.put("changed", synced.count(EntryChange.Kind.CHANGED));
        totals.put("deleted", synced.count(EntryChange.Kind.DELETED));
        totals.put("returned", synced.count(EntryChange.Kind.RETURNED));
        totals.put("resyncs", asked);
        return totals;
    }

    private StepOutcome later(Task task, String reason) {
        return new StepOutcome.PutBack(task.cursor(), clock.instant().plus(PAUSE), reason, false, Map.of());
    }
}
