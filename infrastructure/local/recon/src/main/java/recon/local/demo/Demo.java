package recon.local.demo;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.FuturesPlan;
import recon.ledger.Account;
import recon.local.clock.VirtualClock;
import recon.local.machine.Machine;
import recon.local.machine.Mappers;
import recon.local.machine.Staff;
import recon.local.stack.LocalStack;
import recon.local.stream.CaptureTasks;
import recon.local.stream.StreamPlayer;
import recon.local.summary.Captured;
import recon.local.summary.Export;
import recon.local.summary.Outcome;
import recon.local.summary.Summary;
import recon.simulator.Activity;
import recon.simulator.Counters;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.storage.work.Task;

/** The daily job over a simulated exchange, for some days, and then until the last of them is closed for good, at T+2 as a rule. */
public final class Demo {
    private static final String NAME = "recon";
    /** The source of collect that finds what no report told, and what it calls their number. */
    private static final String HEALING = "executions";

    private static final String HEALED = "healed";

    private final DemoOptions options;
    private final SimulatorSettings world;
    private final Mappers mappers;
    private final Staff staff;
    private final PrintWriter out;

    /** A demo of the world that the options ask for. */
    public Demo(DemoOptions options, PrintWriter out) {
        this(options, World.settings(options), Mappers.standard(), Staff.ALONE, out);
    }

    /**
     * A demo of another world.
     *
     * @param staff who works on it
     */
    public Demo(DemoOptions options, SimulatorSettings world, Mappers mappers, Staff staff, PrintWriter out) {
        this.options = requireNonNull(options, "options is null");
        this.world = requireNonNull(world, "world is null");
        this.mappers = requireNonNull(mappers, "mappers is null");
        this.staff = requireNonNull(staff, "staff is null");
        this.out = requireNonNull(out, "out is null");
    }

    /** Runs it, or goes on where it was stopped; says whether every day was closed without variance and gap. */
    public boolean run() {
        say("Starting DynamoDB, SQS and S3 on this machine, and an exchange to talk to ...");
        try (LocalStack stack = LocalStack.start(options.state().resolve("stack"))) {
            return run(stack, NAME, (exchange, machine) -> {});
        }
    }

    /**
     * As {@link #run()}, over a stack that runs already.
     *
     * @param name prefix of its tables and queues, and the name of its bucket
     * @param visit a look at exchange and machine before and after
     */
    public boolean run(LocalStack stack, String name, Visit visit) {
        Path state = options.state();
        try (VirtualClock clock = VirtualClock.open(state.resolve("clock"), options.opening());
                Simulator exchange = Simulator.start(world, clock, state.resolve("exchange"))) {
            StreamPlayer player = new StreamPlayer(clock, exchange);
            Instant begun = clock.instant();
            try (Machine machine = new Machine(
                            stack,
                            World.machine(options, name, world.limits(), exchange),
                            mappers,
                            clock,
                            player,
                            staff);
                    CaptureTasks tasks = tasks(player, clock, exchange, machine)) {
                visit.before(exchange, machine);
                tasks.start();
                machine.driver().run(options.opening(), options.closing(), futures(), midnight -> {
                    announce(midnight);
                    visit.onDay(exchange, midnight);
                });
                tasks.stop();
                machine.driver().settle(options.closing().plus(Duration.ofDays(1)));
                Outcome outcome = outcome(machine, exchange).with(captured(tasks, machine, exchange));
                write(outcome, machine, exchange, begun);
                visit.after(exchange, machine);
                return outcome.clean();
            }
        }
    }

    private CaptureTasks tasks(StreamPlayer player, VirtualClock clock, Simulator exchange, Machine machine) {
        return options.stream()
                ? CaptureTasks.of(
                        player,
                        clock,
                        exchange,
                        machine,
                        World.streamed(exchange.accounts()),
                        options.seed(),
                        options.state().resolve("spool"),
                        this::say)
                : CaptureTasks.none(player, clock);
    }

    private void write(Outcome outcome, Machine machine, Simulator exchange, Instant begun) {
        LocalDate last = options.lastDay();
        Export.reports(
                machine.reports(), DemoOptions.FIRST_DAY, last, options.out().resolve("reports"));
        TruthFile.write(
                options.out().resolve("truth").resolve("balances.csv"),
                exchange.truth(),
                exchange.accounts(),
                DemoOptions.FIRST_DAY,
                last);
        if (options.wallets()) {
            TruthFile.positions(
                    options.out().resolve("truth").resolve("positions.csv"),
                    exchange.truth(),
                    exchange.accounts(),
                    last);
        }
        if (!outcome.captured().isEmpty() && begun.isAfter(options.opening())) {
            say("Execution reports are counted since this demo was continued, at " + begun + " of its own time.");
        }
        new Summary(outcome, out)
                .print(
                        "in " + (options.days() + options.settlement().days()) + " daily runs",
                        "Reports: " + options.out().resolve("reports") + "   truth: "
                                + options.out().resolve("truth").resolve("balances.csv"));
    }

    private Outcome outcome(Machine machine, Simulator exchange) {
        return Outcome.of(
                machine,
                exchange.accounts().stream()
                        .map(account -> new Account(account.uid(), account.email()))
                        .toList(),
                DemoOptions.FIRST_DAY.datesUntil(options.lastDay().plusDays(1)).toList(),
                collections(),
                budgets(exchange.counters()),
                Instant.EPOCH);
    }

    /** One line for each account; none where nothing is captured. */
    private List<Captured> captured(CaptureTasks tasks, Machine machine, Simulator exchange) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, Long> healed = healed(machine);
        return exchange.accounts().stream()
                .map(account -> new Captured(
                        account.email(),
                        tasks.received(account.uid()),
                        tasks.queued(account.uid()),
                        machine.recorded().of(account.uid()).recorded(),
                        machine.recorded().of(account.uid()).duplicates(),
                        healed.getOrDefault(account.uid(), 0L)))
                .toList();
    }

    /** By account, over all runs. */
    private Map<String, Long> healed(Machine machine) {
        return collections().stream()
                .flatMap(run -> machine.runs().tasks(run).stream())
                .filter(task -> task.name().equals(HEALING))
                .collect(Collectors.groupingBy(
                        Task::accountId,
                        Collectors.summingLong(task -> task.totals().getOrDefault(HEALED, 0L))));
    }

    /** Where nobody trades contracts there is nothing to read of them. */
    private boolean futures() {
        return options.wallets() && world.activities().contains(Activity.FUTURES);
    }

    private List<String> collections() {
        Stream<String> daily = DemoOptions.FIRST_DAY
                .minusDays(1)
                .datesUntil(options.lastCollected().plusDays(1))
                .map(day -> DailyPlan.runId(day, 1));
        return futures()
                ? Stream.concat(
                                daily,
                                FuturesPlan.moments(options.opening(), options.closing()).stream()
                                        .map(FuturesPlan::runId))
                        .toList()
                : daily.toList();
    }

    private static List<Outcome.Budget> budgets(Counters counters) {
        return counters.buckets().stream()
                .sorted()
                .map(bucket -> new Outcome.Budget(
                        bucket,
                        counters.minutes(bucket).values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0),
                        counters.limit(bucket)))
                .toList();
    }

    /** A look into a demo, for who wants to bring about or to check something. */
    public interface Visit {
        /** Before the first day. */
        void before(Simulator exchange, Machine machine);

        /** At each midnight, before the day that it ends is collected. */
        default void onDay(Simulator exchange, Instant midnight) {}

        /** When all is done. */
        default void after(Simulator exchange, Machine machine) {}
    }

    private void announce(Instant midnight) {
        LocalDate day = LocalDate.ofInstant(midnight, ZoneOffset.UTC).minusDays(1);
        say(
                day.isBefore(DemoOptions.FIRST_DAY)
                        ? day + "  capturing the balances that the books begin with ..."
                        : day + "  collecting and reconciling ...");
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
