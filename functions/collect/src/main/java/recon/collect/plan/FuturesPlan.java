package recon.collect.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.source.Phase;
import recon.binance.source.Rhythm;
import recon.binance.source.Source;
import recon.collect.account.Accounts;
import recon.storage.event.Collected;
import recon.storage.event.FuturesRequest;
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
    /** Attributes of a run that reads a window again. */
    private static final String AGAIN_FROM = "againFrom";

    private static final String AGAIN_TO = "againTo";
    private static final String AGAIN_SYMBOLS = "againSymbols";
    private static final String COMMA = ",";

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
        return run(runId(scheduled), accounts, scheduled, now, Map.of());
    }

    /**
     * The run that somebody asks for: what was read before is read again from the first day on, under the id that was asked
     * for.
     *
     * @throws IllegalArgumentException if it names an account that is not configured
     */
    public RunPlan of(FuturesRequest request, Instant now) {
        Map<String, String> window = new HashMap<>();
        window.put(
                AGAIN_FROM,
                request.from().map(FuturesPlan::midnight).orElse(Instant.EPOCH).toString());
        window.put(
                AGAIN_TO,
                request.to()
                        .map(day -> midnight(day.plusDays(1)).minusMillis(1))
                        .filter(end -> end.isBefore(now))
                        .orElse(now)
                        .toString());
        window.put(AGAIN_SYMBOLS, String.join(COMMA, request.symbols()));
        return run(request.runId(), named(request.accounts()), now, now, window);
    }

    private Accounts named(List<String> uids) {
        return uids.isEmpty()
                ? accounts
                : new Accounts(uids.stream()
                        .map(uid -> accounts.find(uid)
                                .orElseThrow(
                                        () -> new IllegalArgumentException("account " + uid + " is not configured")))
                        .toList());
    }

    private RunPlan run(String id, Accounts of, Instant scheduled, Instant now, Map<String, String> window) {
        Map<String, String> attributes = new HashMap<>(DailyPlan.emails(of));
        attributes.put(Collected.COLLECTS, Collected.FUTURES);
        attributes.put(SCHEDULED, scheduled.toString());
        attributes.putAll(window);
        return new RunPlan(
                id,
                DailyPlan.KIND,
                LocalDate.ofInstant(scheduled, ZoneOffset.UTC),
                (now.isAfter(scheduled) ? now : scheduled).plus(EVERY),
                attributes,
                sources.stream()
                        .flatMap(source -> SourceTasks.of(source, of.all(), scheduled, Map.of()))
                        .toList(),
                DailyPlan.COMPLETED);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
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

    /**
     * What a run reads again because somebody asks for it; empty for one of the schedule.
     *
     * @param from the first instant; the beginning of time for as far back as the exchange goes
     * @param to the last instant
     * @param symbols the contracts; empty for all
     */
    public record Again(Instant from, Instant to, Set<String> symbols) {
        public Again {
            symbols = Set.copyOf(symbols);
        }
    }

    /** What a run reads again. */
    public static Optional<Again> again(Run run) {
        Map<String, String> said = run.attributes();
        return Optional.ofNullable(said.get(AGAIN_FROM))
                .map(from -> new Again(
                        Instant.parse(from),
                        Instant.parse(said.getOrDefault(AGAIN_TO, from)),
                        Arrays.stream(said.getOrDefault(AGAIN_SYMBOLS, "").split(COMMA))
                                .filter(symbol -> !symbol.isEmpty())
                                .collect(Collectors.toSet())));
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
