package recon.local.weight;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.collect.plan.DailyPlan;
import recon.local.demo.Demo;
import recon.local.demo.DemoOptions;
import recon.local.demo.World;
import recon.local.machine.Machine;
import recon.local.machine.Mappers;
import recon.local.machine.Staff;
import recon.local.stack.LocalStack;
import recon.simulator.Counters;
import recon.simulator.Simulator;
import recon.storage.work.Task;

/** Weighs a demo of the spot wallet: what its collection used, and what it need not have used. */
public final class Scales {
    /** Of what the exchange allows, in percent. */
    private static final int SHARE = 50;

    private static final int PERCENT = 100;

    private final DemoOptions options;
    private final int workers;
    private final List<Weighing> weighed = new ArrayList<>();

    /** @param workers how many work at once */
    public Scales(DemoOptions options, int workers) {
        this.options = requireNonNull(options, "options is null").withStream(true);
        this.workers = workers;
    }

    /**
     * Runs the demo and weighs it.
     *
     * @param name prefix of its tables and queues, and the name of its bucket
     */
    public Weighing weigh(LocalStack stack, String name, PrintWriter out) {
        Demo demo = new Demo(options, World.settings(options), Mappers.standard(), Staff.of(workers), out);
        boolean balanced = demo.run(stack, name, new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {}

            @Override
            public void after(Simulator exchange, Machine machine) {
                weighed.add(weigh(exchange, machine));
            }
        });
        Weighing last = weighed.getLast();
        return new Weighing(last.sources(), last.pools(), last.peaks(), last.naive(), last.naiveTrades(), balanced);
    }

    private Weighing weigh(Simulator exchange, Machine machine) {
        LocalDate opening = DemoOptions.FIRST_DAY.minusDays(1);
        LocalDate last = options.lastCollected();
        List<Task> tasks = opening.datesUntil(last.plusDays(1))
                .flatMap(day -> machine.runs().tasks(DailyPlan.runId(day, 1)).stream())
                .toList();
        UsedWeight used = UsedWeight.of(tasks, exchange.counters());
        Path folder = options.state().resolve("twin");
        try (Twin twin = new Twin(
                World.settings(options),
                options.closing(),
                folder,
                Mappers.standard().exchange())) {
            Listing listing = new Listing(twin);
            SortedMap<Tariff, Long> least =
                    LeastWeight.of(exchange.truth(), exchange.accounts(), listing, opening, last);
            NaiveRecipe naive = new NaiveRecipe(twin, listing, exchange.truth());
            long weight = naive.read(exchange.accounts(), opening, last);
            return new Weighing(
                    lines(used, least),
                    pools(used, least, stream()),
                    peaks(exchange.counters()),
                    weight,
                    naive.trades(),
                    false);
        }
    }

    private static List<Weighing.Line> lines(UsedWeight used, SortedMap<Tariff, Long> least) {
        TreeMap<String, Long> bySource = new TreeMap<>();
        least.forEach((tariff, weight) -> bySource.put(tariff.source(), weight));
        TreeSet<String> sources = new TreeSet<>(bySource.keySet());
        sources.addAll(used.bySource().keySet());
        return sources.stream()
                .map(source -> new Weighing.Line(
                        source, UsedWeight.in(used.bySource(), source), UsedWeight.in(bySource, source)))
                .toList();
    }

    private static List<Weighing.Pool> pools(UsedWeight used, SortedMap<Tariff, Long> least, long stream) {
        TreeMap<String, Long> byPool = new TreeMap<>();
        least.forEach((tariff, weight) -> byPool.merge(tariff.pool(), weight, Long::sum));
        TreeSet<String> pools = new TreeSet<>(byPool.keySet());
        pools.addAll(used.counted().keySet());
        return pools.stream()
                .map(pool -> {
                    long swept = UsedWeight.in(used.sweep(), pool);
                    long streamed = pool.equals(Tariff.API) ? stream : 0;
                    long rest = UsedWeight.in(used.counted(), pool) - swept - streamed;
                    return new Weighing.Pool(pool, rest, UsedWeight.in(byPool, pool), swept, streamed);
                })
                .toList();
    }

    private static List<Weighing.Peak> peaks(Counters counters) {
        return counters.buckets().stream()
                .map(bucket -> new Weighing.Peak(
                        bucket,
                        counters.minutes(bucket).values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0),
                        counters.limit(bucket) * SHARE / PERCENT))
                .toList();
    }

    /** What the stream's connections and subscriptions cost of the pool of {@code /api}, from the exchange's log. */
    private long stream() {
        Path log = options.state().resolve("exchange").resolve("requests.log");
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(fields -> fields[2].equals("WS"))
                    .mapToLong(fields -> Long.parseLong(fields[7]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
