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
import java.util.stream.Stream;
import recon.binance.futuresdownloads.DownloadKind;
import recon.binance.futuresdownloads.DownloadedFile;
import recon.binance.rights.ApiRestrictions;
import recon.binance.source.Phase;
import recon.binance.source.Source;
import recon.collect.account.Accounts;
import recon.storage.event.Collected;
import recon.storage.work.RunPlan;
import recon.storage.work.Task;
import recon.storage.work.TaskPlan;

/**
 * Plans the download of an account's history in futures, which a person asks for: three files for each account. It is the only
 * way to what is older than three months, and a few times a month are all there are.
 */
public final class DownloadPlan {
    /** The longest span that one file may have. */
    private static final int MOST_DAYS = 365;

    private static final Duration DEADLINE = Duration.ofHours(20);
    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Accounts accounts;
    private final List<Source> keys;

    /** @param sources all there are; of these the keys of the accounts are looked at first */
    public DownloadPlan(Accounts accounts, List<Source> sources) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.keys = sources.stream()
                .filter(source -> source.name().equals(ApiRestrictions.NAME))
                .toList();
    }

    /**
     * The run of some days.
     *
     * @param from the first UTC day
     * @param to the last one
     * @throws IllegalArgumentException if they are none, or more than a file may have
     */
    public RunPlan of(LocalDate from, LocalDate to, Instant now) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1L))) {
            throw new IllegalArgumentException(
                    "downloads from " + from + " to " + to + ": give at most " + MOST_DAYS + " days");
        }
        Map<String, String> attributes = new HashMap<>(DailyPlan.emails(accounts));
        attributes.put(Collected.COLLECTS, Collected.DOWNLOADS);
        return new RunPlan(
                runId(from, to),
                DailyPlan.KIND,
                to,
                now.plus(DEADLINE),
                attributes,
                Stream.concat(
                                keys.stream().flatMap(key -> SourceTasks.of(key, accounts.all(), now, Map.of())),
                                accounts.all().stream()
                                        .flatMap(account ->
                                                tasks(account.account().id(), from, to, now)))
                        .toList(),
                DailyPlan.COMPLETED);
    }

    /** The id of the run of some days: the same days are downloaded once. */
    public static String runId(LocalDate from, LocalDate to) {
        return DailyPlan.KIND + "-" + Collected.DOWNLOADS + "-" + from + "-" + to;
    }

    private static Stream<TaskPlan> tasks(String uid, LocalDate from, LocalDate to, Instant now) {
        return Arrays.stream(DownloadKind.values())
                .map(kind -> new TaskPlan(
                        DownloadedFile.SOURCE + "-" + kind.word() + ":" + uid,
                        DownloadedFile.SOURCE,
                        uid,
                        Phase.MOVEMENTS.order(),
                        Set.of(SourceTasks.id(ApiRestrictions.NAME, uid)),
                        now,
                        Map.of(KIND, kind.word(), FROM, from.toString(), TO, to.toString())));
    }

    /** What a task downloads. */
    public static DownloadKind kind(Task task) {
        return DownloadKind.of(attribute(task, KIND));
    }

    /** The first millisecond that a task downloads. */
    public static Instant from(Task task) {
        return LocalDate.parse(attribute(task, FROM))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** The last one. */
    public static Instant to(Task task) {
        return LocalDate.parse(attribute(task, TO))
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusMillis(1);
    }

    private static String attribute(Task task, String name) {
        return Optional.ofNullable(task.attributes().get(name))
                .orElseThrow(() -> new IllegalArgumentException(task.taskId() + " has no " + name));
    }
}
