package recon.storage.work;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A run as an item, beside those of its tasks. */
final class RunItems {
    static final String RUN = "run";
    private static final String STAGE = "s";

    private RunItems() {}

    static String partition(String runId) {
        return Keys.join(RUN, runId);
    }

    static Map<String, AttributeValue> key(String runId) {
        return Table.key(partition(runId), RUN);
    }

    /** The run that an item belongs to, from its key alone. */
    static String runId(Item item) {
        return Keys.split(item.text(Schema.PARTITION)).getLast();
    }

    /** The item of a run whose tasks are not all written yet; its deadline is what falls due of it. */
    static Item planning(RunPlan plan) {
        Map<String, Long> byStage =
                plan.tasks().stream().collect(Collectors.groupingBy(t -> stage(t.stage()), Collectors.counting()));
        return Item.at(partition(plan.runId()), RUN)
                .text("run_id", plan.runId())
                .text("kind", plan.kind())
                .text("day", plan.day().toString())
                .time("deadline", plan.deadline())
                .with("attributes", Values.texts(plan.attributes()))
                .text("state", RunState.PLANNING.name())
                .number("tasks", plan.tasks().size())
                .number("open", plan.tasks().size())
                .number("failed", 0)
                .with("open_by_stage", Values.numbers(byStage))
                .text("completed_event_type", plan.completedEventType())
                .text(Schema.DUE_KIND, plan.kind())
                .time(Schema.DUE_AT, plan.deadline())
                .build();
    }

    static Run read(Item item) {
        return new Run(
                item.text("run_id"),
                item.text("kind"),
                LocalDate.parse(item.text("day")),
                item.time("deadline"),
                item.texts("attributes"),
                RunState.valueOf(item.text("state")),
                item.count("tasks"),
                item.count("open"),
                item.count("failed"),
                item.numbers("open_by_stage").entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> Integer.valueOf(e.getKey().substring(STAGE.length())),
                                e -> Math.toIntExact(e.getValue()))),
                item.text("completed_event_type"));
    }

    /** The name of a stage in {@code open_by_stage}, one that an update can address. */
    static String stage(int stage) {
        if (stage < 0) {
            throw new IllegalArgumentException("stage is negative: " + stage);
        }
        return STAGE + stage;
    }
}
