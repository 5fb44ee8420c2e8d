package recon.aggregate.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.intake.position.PositionList;
import recon.storage.event.Collected;
import recon.storage.event.CollectionCompleted;
import recon.storage.event.FuturesRequest;
import recon.storage.work.RunPlan;
import recon.storage.work.TaskPlan;

/**
 * Plans what a finished collection of futures, or a download of their history, sets off: every account is folded, and then the files of all are put
 * together. One plan per collection: the event may come twice.
 */
public final class AggregationPlan {
    /** The kind of the run, and so the queue it works on. */
    public static final String KIND = "aggregate";
    /** The event that tells that a run has ended. */
    public static final String COMPLETED = "AggregationCompleted";

    /** Name of the task that folds an account. */
    public static final String FOLD = "fold";
    /** Name of the task that puts the files together. */
    public static final String REPORT = "report";
    /** Attribute of a folding task: the collection that it follows. */
    public static final String COLLECTION = "collection";
    /** Attribute of a folding task: when the collection was told of, UTC. What is known then is folded, and stamped with it. */
    public static final String TOLD = "told";
    /** Attribute of a folding task: whether entries are built anew beside the old ones. */
    public static final String ANEW = "anew";
    /** Attribute of a folding task: the lists of fills and income that could not be read; left out where all were. */
    public static final String UNREAD = "unread";
    /** The account of a task that is about all of them. */
    public static final String ALL = "all";

    /** The next collection comes after four hours; one that is late is not in its way. */
    private static final Duration DEADLINE = Duration.ofHours(8);

    private static final Set<String> ROWS = Set.of(PositionList.TRADES.source(), PositionList.INCOME.source());

    private AggregationPlan() {}

    /**
     * The run for this collection.
     *
     * @param told when it was told of; a replay tells of it once more
     */
    public static RunPlan of(CollectionCompleted collected, Instant told, Instant now) {
        LocalDate day = day(collected, told);
        Stream<TaskPlan> folds = accounts(collected)
                .map(uid ->
                        new TaskPlan(FOLD + ":" + uid, FOLD, uid, 0, Set.of(), now, attributes(collected, uid, told)));
        TaskPlan report = new TaskPlan(REPORT + ":" + day, REPORT, ALL, 1, Set.of(), now, Map.of());
        return new RunPlan(
                runId(collected.runId()),
                KIND,
                day,
                now.plus(DEADLINE),
                collected.attributes(),
                Stream.concat(folds, Stream.of(report)).toList(),
                COMPLETED);
    }

    private static Map<String, String> attributes(CollectionCompleted collected, String uid, Instant told) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(COLLECTION, collected.runId());
        attributes.put(TOLD, told.toString());
        attributes.put(ANEW, Boolean.toString(collected.runId().startsWith(FuturesRequest.FULL)));
        String unread = collected
                .notDone()
                .of(uid)
                .filter(CollectionCompleted.Missing::failed)
                .map(CollectionCompleted.Missing::name)
                .filter(ROWS::contains)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unread.isEmpty()) {
            attributes.put(UNREAD, unread);
        }
        return attributes;
    }

    /** The day whose files are written: those of the last day that is in a download are long there. */
    private static LocalDate day(CollectionCompleted collected, Instant told) {
        return collected.downloads() ? LocalDate.ofInstant(told, ZoneOffset.UTC) : collected.day();
    }

    /** The id of the run that follows a collection. */
    public static String runId(String collection) {
        return Collected.foldedBy(collection);
    }

    private static Stream<String> accounts(CollectionCompleted collected) {
        return collected.attributes().keySet().stream()
                .filter(name -> name.startsWith(CollectionCompleted.ACCOUNT))
                .map(name -> name.substring(CollectionCompleted.ACCOUNT.length()))
                .sorted();
    }
}
