package recon.reconcile.integrity;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import recon.ledger.entry.Booking;
import recon.ledger.integrity.DayIntegrity;
import recon.ledger.integrity.Finding;
import recon.ledger.integrity.Finding.Kind;
import recon.ledger.setting.LedgerSettings;
import recon.reconcile.plan.ReconciliationPlan;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.work.Run;
import recon.storage.work.Runs;
import recon.storage.work.StepOutcome;
import recon.storage.work.Task;

/**
 * Checks a day of an account: the bookings in themselves, and each against the archived row that it was made from. An
 * answer is fetched once. What is found becomes an error, and nothing in the books changes.
 */
public final class IntegrityStep {
    /** Answers that are fetched in one step; the next one goes on after the last of them. */
    static final int MOST_ANSWERS = 200;
    /** Findings of one step that are kept one by one; of more the number is kept. */
    static final int MOST_FINDINGS = 200;

    private static final String AFTER = "after";

    private final LedgerTable ledger;
    private final Registry registry;
    private final ReadPages readPages;
    private final Answers answers;
    private final LedgerSettings settings;
    private final InstantSource clock;

    public IntegrityStep(
            LedgerTable ledger,
            Registry registry,
            Archive archive,
            ArchiveIndex index,
            Runs runs,
            LedgerSettings settings,
            InstantSource clock) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.registry = requireNonNull(registry, "registry is null");
        this.readPages = new ReadPages(index, runs);
        this.answers = new Answers(archive);
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** One step of one task. */
    public StepOutcome check(Task task, Run run) {
        LocalDate day = LocalDate.parse(requireNonNull(task.attributes().get(ReconciliationPlan.DAY)));
        String account = task.accountId();
        List<Booking> bookings = ledger.bookings(account, day);
        DayIntegrity integrity = new DayIntegrity(day, bookings, settings);
        ReadPages.Found read =
                readPages.of(day, requireNonNull(task.attributes().get(ReconciliationPlan.COLLECTION)), account, run);
        TreeSet<String> keys = new TreeSet<>(integrity.keys());
        keys.addAll(read.keys());
        Optional<String> after = Optional.ofNullable(task.cursor().get(AFTER));
        List<Finding> found = new ArrayList<>();
        if (after.isEmpty()) {
            found.addAll(integrity.ofBookings());
            found.addAll(read.findings());
        }
        List<String> next = after.map(last -> keys.tailSet(last, false)).orElse(keys).stream()
                .limit(MOST_ANSWERS)
                .toList();
        found.addAll(answers.check(next, integrity));
        keep(account, day, after.orElse(""), found);
        Map<String, Long> totals = Map.of(
                "bookings",
                after.isEmpty() ? (long) bookings.size() : 0L,
                "answers",
                (long) next.size(),
                "findings",
                (long) found.size());
        return next.isEmpty() || next.getLast().equals(keys.last())
                ? new StepOutcome.Done(task.cursor(), totals)
                : new StepOutcome.Proceed(Map.of(AFTER, next.getLast()), totals);
    }

    private void keep(String account, LocalDate day, String after, List<Finding> found) {
        found.stream().limit(MOST_FINDINGS).forEach(finding -> registry.put(error(account, finding)));
        if (found.size() > MOST_FINDINGS) {
            registry.put(error(
                    account,
                    new Finding(
                            Kind.MORE_FINDINGS,
                            day + "/" + after,
                            "",
                            found.size() + " findings of " + day + ", of which " + MOST_FINDINGS
                                    + " are kept: something is wrong with all of it",
                            after)));
        }
    }

    /** The same finding has the same id, however often it is met. */
    private ReconciliationError error(String account, Finding finding) {
        return new ReconciliationError(
                finding.kind() + "/" + finding.subject(),
                clock.instant(),
                account,
                finding.kind().name(),
                finding.symbol(),
                finding.message(),
                finding.evidence(),
                true,
                Optional.empty(),
                "");
    }
}
