package recon.storage.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import recon.storage.item.Change;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What endings take off the counters of a run. It names which of them are the last, of the run or of a stage, and holds
 * only while that is so: of endings at the same time exactly one sees that it is the last.
 *
 * @param ending tasks that end, those that were never written included
 * @param failed how many of them failed
 * @param openByStage open tasks of the stages concerned, before
 * @param endingByStage how many of them end
 * @param last whether no task of the run is open afterwards
 */
record Countdown(
        int ending, long failed, Map<Integer, Integer> openByStage, Map<Integer, Long> endingByStage, boolean last) {

    static Countdown of(Run run, List<Ending> endings, int unwritten) {
        Map<Integer, Long> byStage =
                endings.stream().collect(Collectors.groupingBy(e -> e.task().stage(), Collectors.counting()));
        int ending = endings.size() + unwritten;
        return new Countdown(
                ending,
                unwritten
                        + endings.stream()
                                .filter(e -> e.state() == TaskState.FAILED)
                                .count(),
                run.openByStage(),
                byStage,
                run.open() == ending);
    }

    /** Whether a stage has no open task afterwards and others of the run have. */
    boolean endsStage() {
        return !last && endingByStage.keySet().stream().anyMatch(this::emptied);
    }

    private boolean emptied(int stage) {
        return endingByStage.getOrDefault(stage, 0L) >= openByStage.getOrDefault(stage, 0);
    }

    /** The change of the run. */
    Change change() {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":ended", Values.number(ending));
        values.put(":failed", Values.number(failed));
        values.put(":open", Values.text(RunState.OPEN.name()));
        StringBuilder update = new StringBuilder("set #open = #open - :ended, #failed = #failed + :failed");
        StringBuilder condition = new StringBuilder("#state = :open and #open " + (last ? "=" : ">") + " :ended");
        endingByStage.forEach((number, count) -> {
            String stage = RunItems.stage(number);
            update.append(", #open_by_stage.#%1$s = #open_by_stage.#%1$s - :%1$s".formatted(stage));
            condition.append(" and #open_by_stage.#%1$s %2$s :%1$s".formatted(stage, emptied(number) ? "=" : ">"));
            values.put(":" + stage, Values.number(count));
        });
        if (last) {
            values.put(":completed", Values.text(RunState.COMPLETED.name()));
            update.append(", #state = :completed remove #due_kind, #due_at");
        }
        return new Change(update.toString(), condition.toString(), values);
    }
}
