package recon.local.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import recon.collect.plan.DailyPlan;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.local.machine.Machine;
import recon.storage.registry.ReconciliationError;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/**
 * What the work came to.
 *
 * @param days one per day and account
 * @param sources one per source, by name
 * @param budgets one per bucket of the exchange, by name; empty where the exchange does not show its count
 * @param failed the tasks that failed or were skipped
 * @param captured one per account; empty where nothing was captured
 * @param proven one per source that is asked symbol by symbol
 * @param findings what the functions met and nobody has settled, what needs a person first
 */
public record Outcome(
        List<Day> days,
        List<Collected> sources,
        List<Budget> budgets,
        List<Task> failed,
        List<Captured> captured,
        List<Proven> proven,
        List<Finding> findings) {
    /**
     * What is told and leaves no gap in the books: two sources that disagree while captures and books do not, and a source
     * that a key may not read, whose wallet stays out of them.
     */
    private static final Set<String> NO_GAP =
            Set.of("NOT_READABLE", "SNAPSHOT_DIFFERS", "NOT_WITNESSED", "NOT_BOOKED", "BOUNDARY_AMBIGUOUS");

    public Outcome {
        days = List.copyOf(days);
        sources = List.copyOf(sources);
        budgets = List.copyOf(budgets);
        failed = List.copyOf(failed);
        captured = List.copyOf(captured);
        proven = List.copyOf(proven);
        findings = List.copyOf(findings);
    }

    /** Something that a person may have to look at. */
    public record Finding(String email, ReconciliationError error) {
        private boolean gap() {
            return error.needsManualReview() && !NO_GAP.contains(error.errorType());
        }
    }

    /** A day of an account, which should be closed. */
    public record Day(LocalDate date, String email, boolean closed, List<DailyBalance> balances) {
        public Day {
            balances = List.copyOf(balances);
        }

        /** Balances that differ from the books. */
        public List<DailyBalance> varying() {
            return balances.stream().filter(DailyBalance::varies).toList();
        }

        /** Balances of which nobody knows the actual one. */
        public long unknown() {
            return balances.stream().filter(b -> b.actual().isEmpty()).count();
        }
    }

    /** What a source gave in all runs. */
    public record Collected(String source, long rows, long requests) {
        private static final String ROWS = "rows";
        private static final String REQUESTS = "requests";

        /** A task counts its own source, and others that it asked as well each under its name. */
        private static Stream<Collected> of(Task task) {
            Map<String, Long> totals = task.totals();
            return Stream.concat(
                    Stream.of(new Collected(
                            task.name(), totals.getOrDefault(ROWS, 0L), totals.getOrDefault(REQUESTS, 0L))),
                    totals.keySet().stream()
                            .filter(name -> name.startsWith(REQUESTS + " "))
                            .map(name -> name.substring(REQUESTS.length() + 1))
                            .map(other -> new Collected(
                                    other,
                                    totals.getOrDefault(ROWS + " " + other, 0L),
                                    totals.getOrDefault(REQUESTS + " " + other, 0L))));
        }

        private Collected and(Collected more) {
            return new Collected(source, rows + more.rows(), requests + more.requests());
        }
    }

    /** The most that any window of a bucket has seen, by the exchange's own count. */
    public record Budget(String bucket, int most, int limit) {}

    /**
     * Looks at what was done.
     *
     * @param days those that were reconciled
     * @param collections the ids of the runs that collected
     * @param since findings from before are left out
     */
    public static Outcome of(
            Machine machine,
            List<Account> accounts,
            List<LocalDate> days,
            List<String> collections,
            List<Budget> budgets,
            Instant since) {
        List<Day> closed = new ArrayList<>();
        for (LocalDate day : days) {
            for (Account account : accounts) {
                boolean done = machine.balances()
                        .dailyOf(account.id(), Wallet.SPOT, day)
                        .isPresent();
                closed.add(new Day(
                        day, account.email(), done, done ? machine.balances().daily(account.id(), day) : List.of()));
            }
        }
        List<Task> tasks = collections.stream()
                .flatMap(run -> machine.runs().tasks(run).stream())
                .toList();
        List<Task> work = collections.stream()
                .flatMap(run -> machine.runs().tasks("reconcile-after-" + run).stream())
                .toList();
        Map<String, Collected> sources = new TreeMap<>();
        tasks.stream().flatMap(Collected::of).forEach(one -> sources.merge(one.source(), one, Collected::and));
        return new Outcome(
                closed,
                List.copyOf(sources.values()),
                budgets,
                Stream.concat(tasks.stream(), work.stream())
                        .filter(task -> task.state() != TaskState.DONE)
                        .sorted(Comparator.comparing(Task::runId).thenComparing(Task::taskId))
                        .toList(),
                List.of(),
                machine.bySymbol().stream()
                        .map(source -> Proven.of(source, accounts, machine.registry()))
                        .toList(),
                findings(machine, accounts, since));
    }

    private static List<Finding> findings(Machine machine, List<Account> accounts, Instant since) {
        return Stream.concat(accounts.stream(), Stream.of(new Account(DailyPlan.EXCHANGE, DailyPlan.EXCHANGE)))
                .flatMap(account -> machine.registry().errors(account.id()).stream()
                        .filter(error -> error.resolvedAt().isEmpty())
                        .filter(error -> !error.timestamp().isBefore(since))
                        .map(error -> new Finding(account.email(), error)))
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.error().needsManualReview())
                        .reversed()
                        .thenComparing(finding -> finding.error().timestamp())
                        .thenComparing(Finding::email)
                        .thenComparing(finding -> finding.error().id()))
                .toList();
    }

    /** The same with what was captured. */
    public Outcome with(List<Captured> accounts) {
        return new Outcome(days, sources, budgets, failed, accounts, proven, findings);
    }

    /** Whether every day is closed and every balance known. */
    public boolean known() {
        return days.stream().allMatch(day -> day.closed() && day.unknown() == 0);
    }

    /**
     * Whether everything was collected, every balance is known and agrees with the books, and nothing was found that leaves a gap. What was skipped because
     * something else failed has that failure beside it; what was skipped for another reason leaves nothing out.
     */
    public boolean clean() {
        return failed.stream().noneMatch(task -> task.state() == TaskState.FAILED)
                && findings.stream().noneMatch(Finding::gap)
                && known()
                && days.stream().allMatch(day -> day.varying().isEmpty());
    }
}
