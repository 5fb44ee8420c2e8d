package recon.collect.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recon.binance.source.Phase;
import recon.binance.source.Rhythm;
import recon.binance.source.Source;
import recon.collect.account.Accounts;
import recon.storage.event.Collected;
import recon.storage.work.Run;
import recon.storage.work.RunPlan;

/**
 * Plans what is read every four hours for the positions in futures contracts: what is held first, then the income and what
 * waits, and then contract by contract all that these have shown. It closes no day. The plan of a moment has one id, so
 * planning it twice changes nothing.
 */
public final class FuturesPlan {
    /** How often it is planned. */
    public static final Duration EVERY = Duration.ofHours(4);

    /** When the first of a UTC day is planned: not at midnight, when the daily run captures the wallets. */
    public static final Duration FIRST = Duration.ofHours(2);

    private static final String SCHEDULED = "scheduled";

    private final Accounts accounts;
    private final List<Source> sources;

    /** @param sources all there are; those of the daily run alone are left out */
    public FuturesPlan(Accounts accounts, List<Source> sources) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.sources = sources.stream()
                .filter(source -> source.rhythms().contains(Rhythm.FUTURES))
                .filter(source -> source.phase() != Phase.OCCASIONAL)
                .toList();
    }

    /**
     * The run of a moment.
     *
     * @param scheduled the schedule's own time, or any that a person wants it for
     * @param now one that is planned late gets as much time as any other
     */
    public RunPlan of(Instant scheduled, Instant now) {
        Map<String, String> attributes = new HashMap<>(DailyPlan.emails(accounts));
        attributes.put(Collected.COLLECTS, Collected.FUTURES);
        attributes.put(SCHEDULED, scheduled.toString());
        return new RunPlan(
                runId(scheduled),
                DailyPlan.KIND,
                LocalDate.ofInstant(scheduled, ZoneOffset.UTC),
                (now.isAfter(scheduled) ? now : scheduled).plus(EVERY),
                attributes,
                sources.stream()
                        .flatMap(source -> SourceTasks.of(source, accounts.all(), scheduled, Map.of()))
                        .toList(),
                DailyPlan.COMPLETED);
    }

    /** The moments that it is planned for, from one midnight (inclusive) to another (exclusive), UTC. */
    public static List<Instant> moments(Instant from, Instant to) {
        return Stream.iterate(from.plus(FIRST), at -> at.isBefore(to), at -> at.plus(EVERY))
                .toList();
    }

    /** The last moment that it was to be planned for. */
    public static Instant latest(Instant now) {
        long every = EVERY.toMillis();
        long first = FIRST.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli() - first, every) * every + first);
    }

    /** The id of the run of a moment. */
    public static String runId(Instant scheduled) {
        return DailyPlan.KIND + "-" + Collected.FUTURES + "-" + scheduled;
    }

    /** Whether a run is one of these. */
    public static boolean is(Run run) {
        return Collected.FUTURES.equals(run.attributes().get(Collected.COLLECTS));
    }

    /** Whether a run is the first of its UTC day: it reads two whole days again, since rows come late. */
    public static boolean firstOfItsDay(Run run) {
        Instant scheduled = Optional.ofNullable(run.attributes().get(SCHEDULED))
                .map(Instant::parse)
                .orElseThrow(() -> new IllegalArgumentException(run.runId() + " was planned for no moment"));
        Instant midnight = run.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        return scheduled.isBefore(midnight.plus(FIRST).plus(EVERY));
    }
}
