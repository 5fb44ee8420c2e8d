package recon.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.local.machine.Machine;
import recon.simulator.Counters;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

/**
 * What a demo came to.
 *
 * @param days one per day and account
 * @param sources one per source, by name
 * @param budgets one per bucket of the exchange, by name
 * @param failed the tasks that failed or were skipped
 */
record Outcome(List<Day> days, List<Collected> sources, List<Budget> budgets, List<Task> failed) {
    Outcome {
        days = List.copyOf(days);
        sources = List.copyOf(sources);
        budgets = List.copyOf(budgets);
        failed = List.copyOf(failed);
    }

    /** A day of an account, which should be closed. */
    record Day(LocalDate date, String email, boolean closed, List<DailyBalance> balances) {
        Day {
            balances = List.copyOf(balances);
        }

        List<DailyBalance> varying() {
            return balances.stream().filter(DailyBalance::varies).toList();
        }

        /** Balances of which nobody knows the actual one. */
        long unknown() {
            return balances.stream().filter(b -> b.actual().isEmpty()).count();
        }
    }

    /** What a source gave in all runs. */
    record Collected(String source, long rows, long requests) {
        Collected and(Task task) {
            return new Collected(
                    source,
                    rows + task.totals().getOrDefault("rows", 0L),
                    requests + task.totals().getOrDefault("requests", 0L));
        }
    }

    /** The most that any window of a bucket has seen, by the exchange's own count. */
    record Budget(String bucket, int most, int limit) {}

    static Outcome of(DemoOptions options, Machine machine, Simulator exchange) {
        List<Day> days = new ArrayList<>();
        for (LocalDate day = DemoOptions.FIRST_DAY; !day.isAfter(options.lastDay()); day = day.plusDays(1)) {
            for (SimulatedAccount account : exchange.accounts()) {
                Optional<List<DailyBalance>> closed = machine.balances().closed(account.uid(), Wallet.SPOT, day);
                days.add(new Day(day, account.email(), closed.isPresent(), closed.orElse(List.of())));
            }
        }
        List<Task> tasks = new ArrayList<>();
        List<Task> work = new ArrayList<>();
        for (Instant at = options.opening(); !at.isAfter(options.closing()); at = at.plusSeconds(86_400)) {
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(1);
            tasks.addAll(machine.runs().tasks("collect-" + day));
            work.addAll(machine.runs().tasks("reconcile-after-collect-" + day));
        }
        Map<String, Collected> sources = new TreeMap<>();
        tasks.forEach(task -> sources.merge(
                task.name(), new Collected(task.name(), 0, 0).and(task), (known, more) -> known.and(task)));
        return new Outcome(
                days,
                List.copyOf(sources.values()),
                budgets(exchange.counters()),
                Stream.concat(tasks.stream(), work.stream())
                        .filter(task -> task.state() != TaskState.DONE)
                        .sorted(Comparator.comparing(Task::runId).thenComparing(Task::taskId))
                        .toList());
    }

    private static List<Budget> budgets(Counters counters) {
        return counters.buckets().stream()
                .sorted()
                .map(bucket -> new Budget(
                        bucket,
                        counters.minutes(bucket).values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0),
                        counters.limit(bucket)))
                .toList();
    }

    /**
     * Whether everything was collected, every balance is known and agrees with the books. What was skipped because
     * something else failed has that failure beside it; what was skipped for another reason leaves nothing out.
     */
    boolean clean() {
        return failed.stream().noneMatch(task -> task.state() == TaskState.FAILED)
                && days.stream().allMatch(day -> day.closed() && day.varying().isEmpty() && day.unknown() == 0);
    }
}
