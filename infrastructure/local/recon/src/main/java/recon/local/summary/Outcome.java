package recon.local.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.local.machine.Machine;
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
 */
public record Outcome(
        List<Day> days, List<Collected> sources, List<Budget> budgets, List<Task> failed, List<Captured> captured) {
    public Outcome {
        days = List.copyOf(days);
        sources = List.copyOf(sources);
        budgets = List.copyOf(budgets);
        failed = List.copyOf(failed);
        captured = List.copyOf(captured);
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
        private Collected and(Task task) {
            return new Collected(
                    source,
                    rows + task.totals().getOrDefault("rows", 0L),
                    requests + task.totals().getOrDefault("requests", 0L));
        }
    }

    /** The most that any window of a bucket has seen, by the exchange's own count. */
    public record Budget(String bucket, int most, int limit) {}

    /**
     * Looks at what was done.
     *
     * @param days those that were reconciled
     * @param collections the ids of the runs that collected
     */
    public static Outcome of(
            Machine machine,
            List<Account> accounts,
            List<LocalDate> days,
            List<String> collections,
            List<Budget> budgets) {
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
        tasks.forEach(task -> sources.merge(
                task.name(), new Collected(task.name(), 0, 0).and(task), (known, more) -> known.and(task)));
        return new Outcome(
                closed,
                List.copyOf(sources.values()),
                budgets,
                Stream.concat(tasks.stream(), work.stream())
                        .filter(task -> task.state() != TaskState.DONE)
                        .sorted(Comparator.comparing(Task::runId).thenComparing(Task::taskId))
                        .toList(),
                List.of());
    }

    /** The same with what was captured. */
    public Outcome with(List<Captured> accounts) {
        return new Outcome(days, sources, budgets, failed, accounts);
    }

    /**
     * Whether everything was collected, every balance is known and agrees with the books. What was skipped because
     * something else failed has that failure beside it; what was skipped for another reason leaves nothing out.
     */
    public boolean clean() {
        return failed.stream().noneMatch(task -> task.state() == TaskState.FAILED)
                && days.stream().allMatch(day -> day.closed() && day.varying().isEmpty() && day.unknown() == 0);
    }
}
