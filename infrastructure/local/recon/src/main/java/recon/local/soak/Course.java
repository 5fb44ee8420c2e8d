package recon.local.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import recon.simulator.Limits;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.draw.Draw;

/**
 * One seed: an exchange's accounts trade, tasks listen, workers record and bridge, and trouble comes; then all is well
 * again, what is missing is healed, and the books are held against the truth. The same seed is the same course.
 */
public final class Course {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    /** The world begins so long before its first day: nothing was there before the tasks listened. */
    private static final Duration WORLD_BEFORE = Duration.ofDays(3);

    private static final Duration HEAD_START = Duration.ofSeconds(1);
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(4).plusSeconds(30);
    private static final Duration RECOVERY = Duration.ofMinutes(25);
    private static final Duration KNOWN_AFTER = Duration.ofHours(1);
    /** Lists are read in no time here, and limits are tested elsewhere. */
    static final Limits PLENTY = new Limits(1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000);

    private static final int MOST_STEPS_AT_ONCE = 200_000;
    private static final int LONGEST_PAUSE_MS = 120_000;
    private static final int SHORTEST_PAUSE_MS = 2_000;
    private static final int LOOK_MS = 1_000;
    private static final int TRIES = 8;
    private static final int AGAIN_MS = 120_000;
    private static final int GRACE_MS = 22_000;
    private static final int EDGE_MS = 3_000;
    private static final int MINUTE_MS = 60_000;

    private final Site site;
    private final Books books;
    private final Fleet fleet;
    private final RecordWorker record;
    private final BridgeWorker bridge;
    private final Healer healer;
    private final Draw draw;
    private final List<String> findings = new ArrayList<>();
    private long listeningSince = Long.MAX_VALUE;
    private boolean calm;

    private Course(Site site) {
        this.site = site;
        this.draw = site.draw("course");
        this.books = new Books(site, draw.chance(75) ? Integer.MAX_VALUE : 3);
        this.fleet = new Fleet(site);
        this.record = new RecordWorker(site, books);
        this.bridge = new BridgeWorker(site);
        this.healer = new Healer(site, books);
    }

    /**
     * Runs the course of a seed.
     *
     * @param off the guards that are switched off, to see whether it is noticed
     */
    public static Result run(long seed, Set<Guard> off) {
        Conditions conditions = Conditions.of(seed);
        SoakTime time = new SoakTime(FIRST_DAY
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minus(WORLD_BEFORE)
                .plus(HEAD_START)
                .plus(conditions.into()));
        SimulatorSettings settings = SimulatorSettings.of(seed, conditions.accounts(), FIRST_DAY)
                .withSymbols(conditions.symbols())
                .withTradesPerDay(conditions.trades())
                .withLimits(PLENTY)
                .withStreamFaultRates(conditions.rates());
        try {
            Path folder = Files.createTempDirectory("recon-soak");
            try (Simulator exchange = Simulator.start(settings, time, folder)) {
                return new Course(new Site(seed, off, conditions, time, exchange)).run();
            } finally {
                Files.deleteIfExists(folder.resolve("requests.log"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for the simulated exchange", e);
        }
    }

    private Result run() {
        long begin = site.time.millis();
        long end = begin + site.conditions.lasts().toMillis();
        Moments moments = new Moments(site, begin, end, end + RECOVERY.toMillis() + KNOWN_AFTER.toMillis());
        fleet.start();
        awaitReady();
        work(() -> record.invoke());
        work(() -> bridge.invoke());
        healEveryMorning(day(begin).plusDays(1), end);
        if (site.conditions.gentle()) {
            GentleTrouble trouble = new GentleTrouble(site, fleet, bridge, moments, end);
            trouble.look();
            passUntil(end);
            findings.addAll(trouble.findings());
        } else {
            new RoughTrouble(site, fleet, bridge).plan(moments);
            passUntil(end);
        }
        allIsWell();
        passUntil(moments.quiet(end + RECOVERY.toMillis()));
        // With room for two reports a burst closes everything on purpose at any time, and it comes back.
        for (int i = 0; i < TRIES && !fleet.isReady(); i++) {
            passUntil(moments.quiet(site.time.millis() + AGAIN_MS));
        }
        long recovered = site.time.millis();
        if (!fleet.isReady()) {
            findings.add("not every task listens " + RECOVERY.toMinutes() + " minutes after all is well again");
        }
        fleet.stop();
        passUntil(recovered + GRACE_MS);
        if (Math.floorMod(site.time.millis() + EDGE_MS, MINUTE_MS) < 2 * EDGE_MS) {
            // Around the full minute the client asks for nothing.
            passUntil(site.time.millis() + 2 * EDGE_MS);
        }
        finish();
        healer.heal(day(begin).datesUntil(day(site.time.millis()).plusDays(1)).toList());
        findings.addAll(bridge.findings());
        Judge judge = new Judge(site, books, bridge.broker(), Instant.ofEpochMilli(begin), site.time.instant());
        findings.addAll(judge.findings(listeningSince));
        return new Result(site.seed, site.conditions.gentle(), judge.emitted(), judge.recorded(), findings);
    }

    /** Whatever else goes on: the day before, and the one before that. */
    private void healEveryMorning(LocalDate day, long end) {
        long at = day.atStartOfDay(ZoneOffset.UTC)
                .plus(AFTER_MIDNIGHT)
                .toInstant()
                .toEpochMilli();
        if (at < end) {
            site.timetable.at(at, () -> {
                healer.heal(List.of(day.minusDays(2), day.minusDays(1)));
                healEveryMorning(day.plusDays(1), end);
            });
        }
    }

    private static LocalDate day(long ms) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
    }

    private void awaitReady() {
        if (fleet.isReady()) {
            listeningSince = site.time.millis();
        } else {
            site.timetable.at(site.time.millis() + LOOK_MS, this::awaitReady);
        }
    }

    private void work(Runnable invocation) {
        site.timetable.at(site.time.millis() + draw.between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS), () -> {
            invocation.run();
            if (!calm) {
                work(invocation);
            }
        });
    }

    private void allIsWell() {
        site.exchange.streams().faults().pause(true);
        site.unreachable = false;
        for (Moods each : List.of(site.recordMood, site.bridgeMood, site.marksMood, bridge.moods())) {
            each.calm();
        }
        record.calm();
        fleet.start();
    }

    /** Everything that is in the queues comes to those who wait for it. */
    private void finish() {
        calm = true;
        if (fleet.isUp()) {
            findings.add("a task did not end in its grace time");
        }
        site.record.redrive();
        site.bridge.redrive();
        drain("record", site.record, record::invoke);
        drain("bridge", site.bridge, bridge::invoke);
    }

    private void drain(String name, SoakQueue queue, BooleanSupplier invocation) {
        queue.revealAll();
        for (int i = 0; i < MOST_STEPS_AT_ONCE && queue.size() > 0; i++) {
            if (!invocation.getAsBoolean()) {
                queue.revealAll();
            }
        }
        if (queue.size() > 0) {
            findings.add(queue.size() + " messages stay in the queue " + name);
        }
    }

    private void passUntil(long end) {
        long steps = 0;
        while (true) {
            long due = Math.min(
                    Math.min(site.timetable.next(), fleet.nextDue()),
                    site.exchange
                            .streams()
                            .nextDue()
                            .map(at -> at.toEpochMilli() - site.skew)
                            .orElse(Long.MAX_VALUE));
            if (due > end) {
                site.time.moveTo(end);
                return;
            }
            steps = due > site.time.millis() ? 0 : steps + 1;
            if (steps > MOST_STEPS_AT_ONCE) {
                throw new IllegalStateException("seed " + site.seed + ": time stands still at " + site.time.instant());
            }
            site.time.moveTo(due);
            site.exchange.streams().advance();
            site.timetable.run(site.time.millis());
            fleet.tick(site.time.millis());
        }
    }
}
