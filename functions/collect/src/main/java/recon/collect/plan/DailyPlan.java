package recon.collect.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.rights.ApiRestrictions;
import recon.binance.source.Phase;
import recon.binance.source.Reach;
import recon.binance.source.Rhythm;
import recon.binance.source.Source;
import recon.binance.spotorders.SpotOrders;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.intake.page.Counting;
import recon.ledger.booking.SpotFill;
import recon.storage.watermark.Watermark;
import recon.storage.work.RunPlan;
import recon.storage.work.TaskPlan;

/**
 * Plans the collection that closes one UTC day: the keys are checked first, then the balances are captured, then
 * everything that explains them is read, and at last what witnesses or values them. The plan of a day has one id, so planning twice changes nothing.
 */
public final class DailyPlan {
    /** The kind of the run, and so the queue it works on. */
    public static final String KIND = "collect";
    /** The event that tells that a run has ended. */
    public static final String COMPLETED = "CollectionCompleted";
    /** Attributes of the run: {@code account.<uid>} is the email of each account. */
    public static final String ACCOUNT = "account.";
    /** The account of a task that needs none. */
    public static final String EXCHANGE = "exchange";

    /** The task that compares what the stream told with what was read; it asks the exchange for nothing. */
    public static final String EXECUTIONS = "executions";

    /**
     * Ends the name of the task that reads a source for the symbols whose turn it is, whether anything points to them or
     * not: in so many days every symbol is proven to be read. What it costs is counted apart.
     */
    public static final String ROUND = "-round";

    /** Attribute of a task that asks for what is there now, and waits for nothing. */
    public static final String AT_ONCE = Counting.AT_ONCE;

    /** From then on after midnight the day that has ended can be looked at. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /**
     * Whose stream has been listened to for so long when the day ends is checked for that day. Planned again, however
     * much later, a run has to have the same tasks: the watermarks of the last minutes are not relied on.
     */
    private static final Duration LISTENED = Duration.ofMinutes(15);

    private static final Duration DEADLINE = Duration.ofHours(20);

    private final Accounts accounts;
    private final List<Source> sources;
    private final Function<String, List<Watermark>> watermarks;

    /** @param watermarks of an account, by its uid: whoever has none is not asked for orders */
    public DailyPlan(Accounts accounts, List<Source> sources, Function<String, List<Watermark>> watermarks) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.sources = sources.stream()
                .filter(source -> source.rhythms().contains(Rhythm.DAILY))
                .toList();
        this.watermarks = requireNonNull(watermarks, "watermarks is null");
    }

    /**
     * The run that closes {@code day}; it starts at the midnight that ends it.
     *
     * @param attempt which collection of the day this is, from 1: one that ended with gaps can be followed by another
     * @param now one that is planned late gets as much time as one at midnight
     * @param atOnce whether somebody waits for it: then nothing is waited for that the exchange may only have later
     */
    public RunPlan of(LocalDate day, int attempt, Instant now, boolean atOnce) {
        Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Start start = new Start(midnight, atOnce);
        List<CollectedAccount> listened = accounts.all().stream()
                .filter(account -> listened(account, midnight.minus(LISTENED)))
                .toList();
        return new RunPlan(
                runId(day, attempt),
                KIND,
                day,
                (now.isAfter(midnight) ? now : midnight).plus(DEADLINE),
                emails(accounts),
                Stream.concat(
                                sources.stream()
                                        .filter(source -> source.phase() != Phase.OCCASIONAL
                                                && source.within().isEmpty())
                                        .flatMap(source -> SourceTasks.of(
                                                source,
                                                source.checksStream() ? listened : accounts.all(),
                                                start.of(source),
                                                start.attributes())),
                                Stream.concat(
                                        sources.stream()
                                                .filter(DailyPlan::inRounds)
                                                .flatMap(source -> (source.checksStream() ? listened : accounts.all())
                                                        .stream().map(account -> round(source, account, start))),
                                        listened.stream().map(account -> executions(account, start))))
                        .toList(),
                COMPLETED);
    }

    /** What the event of a run tells of the accounts. */
    static Map<String, String> emails(Accounts accounts) {
        return accounts.all().stream()
                .collect(Collectors.toMap(
                        a -> ACCOUNT + a.account().id(), a -> a.account().email()));
    }

    /** The id of a day's run. */
    public static String runId(LocalDate day, int attempt) {
        return attempt == 1 ? KIND + "-" + day : KIND + "-" + day + "-" + attempt;
    }

    /** When the tasks of a run begin. */
    private record Start(Instant midnight, boolean atOnce) {
        Map<String, String> attributes() {
            return atOnce ? Map.of(AT_ONCE, "true") : Map.of();
        }

        Instant of(Source source) {
            return of(source.afterMidnight());
        }

        Instant of(Duration usual) {
            return midnight.plus(atOnce && usual.compareTo(SETTLED) > 0 ? SETTLED : usual);
        }
    }

    private boolean listened(CollectedAccount account, Instant before) {
        return watermarks.apply(account.account().id()).stream()
                .anyMatch(mark -> mark.subscribedAt().isBefore(before));
    }

    /** What was not read as a whole cannot be compared: a trade that was not read would look unknown. */
    private static TaskPlan executions(CollectedAccount account, Start start) {
        String uid = account.account().id();
        return new TaskPlan(
                SourceTasks.id(EXECUTIONS, uid),
                EXECUTIONS,
                uid,
                Phase.WITNESSES.order(),
                Set.of(SourceTasks.id(SpotFill.SOURCE, uid), SourceTasks.id(SpotOrders.NAME, uid)),
                start.of(SETTLED),
                start.attributes());
    }

    /** Whether every symbol of a source has its turn some time, evidence or not. */
    public static boolean inRounds(Source source) {
        return source.perSymbol()
                && source.reach() == Reach.ACCOUNT
                && source.rhythms().contains(Rhythm.DAILY);
    }

    private static TaskPlan round(Source source, CollectedAccount account, Start start) {
        String uid = account.account().id();
        return new TaskPlan(
                SourceTasks.id(source.name() + ROUND, uid),
                source.name() + ROUND,
                uid,
                Phase.WITNESSES.order(),
                Set.of(
                        SourceTasks.id(ApiRestrictions.NAME, uid),
                        SourceTasks.id(source.within().orElse(source.name()), uid)),
                start.of(SETTLED),
                start.attributes());
    }
}
