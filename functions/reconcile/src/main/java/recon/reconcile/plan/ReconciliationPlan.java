package recon.reconcile.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import recon.ledger.setting.Settlement;
import recon.storage.event.Collected;
import recon.storage.event.CollectionCompleted;
import recon.storage.work.RunPlan;
import recon.storage.work.TaskPlan;

/**
 * Plans what a finished collection sets off. The oldest day that is still open is closed for good, at T+2 unless set
 * otherwise; each one after it provisionally, starting from the one before, up to the collected one. Each day's report
 * follows its last account. In the end all of these days are checked against the archive. One plan per collection: the
 * event may come twice.
 */
public final class ReconciliationPlan {
    /** The kind of the run, and so the queue it works on. */
    public static final String KIND = "reconcile";
    /** The event that tells that a run has ended. */
    public static final String COMPLETED = "ReconciliationCompleted";

    /** Name of the task that closes a day of an account. */
    public static final String CLOSE = "close";
    /** Name of the task that writes the report of a day. */
    public static final String REPORT = "report";
    /** Name of the task that checks a day of an account against the archive. */
    public static final String INTEGRITY = "integrity";
    /** Attribute of a task: the day it is about. */
    public static final String DAY = "day";
    /** Attribute of a closing task: the sources that could not be collected. */
    public static final String GAPS = "gaps";
    /** Attribute of a report task: {@code final} when it is closed for good, {@code provisional} before. */
    public static final String STATE = "state";
    /** Attribute of a checking task: the run that has collected. */
    public static final String COLLECTION = "collection";
    /** Attributes of the run: {@code account.<uid>} is the email of each account. */
    public static final String ACCOUNT = CollectionCompleted.ACCOUNT;
    /** The account of a task that is about all of them. */
    public static final String ALL = "all";

    /** Sources that book nothing: what they lack cannot be the cause of a variance. */
    private static final Set<String> WITNESSES = Set.of(
            "spot-snapshot",
            "margin-snapshot",
            "futures-snapshot",
            "margin-transfers",
            "force-liquidations",
            "sub-deposits",
            "sub-accounts",
            "wallet-overview",
            "futures-info");

    /** How long after it was planned a run is over. */
    public static final Duration DEADLINE = Duration.ofHours(20);

    /** A day is closed in one stage and reported in the next; the day after it starts from there. */
    private static final int STAGES = 2;

    private ReconciliationPlan() {}

    /**
     * The run for this collection; what is planned earlier than {@code now} is due at once.
     *
     * @param settlement which days are closed with the collected one
     */
    public static RunPlan of(CollectionCompleted collected, Settlement settlement, Instant now) {
        List<LocalDate> days = settlement.closedWith(collected.day());
        // After all closes and reports: what it finds changes nothing in them, and it holds nothing up.
        int last = STAGES * days.size();
        return new RunPlan(
                Collected.closedBy(collected.runId()),
                KIND,
                collected.day(),
                now.plus(DEADLINE),
                collected.attributes(),
                Stream.concat(
                                IntStream.range(0, days.size())
                                        .boxed()
                                        .flatMap(i -> day(collected, days.get(i), state(i), STAGES * i, now)),
                                days.stream().flatMap(day -> integrity(collected, day, last, now)))
                        .toList(),
                COMPLETED);
    }

    private static String state(int place) {
        return place == 0 ? "final" : "provisional";
    }

    private static Stream<TaskPlan> day(
            CollectionCompleted collected, LocalDate day, String state, int stage, Instant now) {
        Stream<TaskPlan> closes = accounts(collected.attributes()).stream()
                .map(uid -> new TaskPlan(
                        CLOSE + ":" + day + ":" + uid,
                        CLOSE,
                        uid,
                        stage,
                        Set.of(),
                        now,
                        Map.of(DAY, day.toString(), GAPS, gaps(collected, uid))));
        TaskPlan report = new TaskPlan(
                REPORT + ":" + day, REPORT, ALL, stage + 1, Set.of(), now, Map.of(DAY, day.toString(), STATE, state));
        return Stream.concat(closes, Stream.of(report));
    }

    private static Stream<TaskPlan> integrity(CollectionCompleted collected, LocalDate day, int stage, Instant now) {
        return accounts(collected.attributes()).stream()
                .map(uid -> new TaskPlan(
                        INTEGRITY + ":" + day + ":" + uid,
                        INTEGRITY,
                        uid,
                        stage,
                        Set.of(),
                        now,
                        Map.of(DAY, day.toString(), COLLECTION, collected.runId())));
    }

    /** The uids of a run's accounts, in the order of their emails. */
    public static List<String> accounts(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ACCOUNT))
                .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey().substring(ACCOUNT.length()))
                .toList();
    }

    private static String gaps(CollectionCompleted collected, String uid) {
        return collected
                .notDone()
                .of(uid)
                .map(CollectionCompleted.Missing::name)
                .filter(name -> !WITNESSES.contains(name))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
