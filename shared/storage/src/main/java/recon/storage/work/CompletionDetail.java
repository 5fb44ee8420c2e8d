package recon.storage.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The detail of a completion event: what the run was, how its tasks ended, and which ones were not done. */
final class CompletionDetail {
    /** How many tasks are named that were not done; the rest is only counted, events have a limited size. */
    static final int MOST_NAMED = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private CompletionDetail() {}

    static String json(Run run, List<Ended> tasks) {
        ObjectNode detail = JSON.createObjectNode()
                .put("runId", run.runId())
                .put("kind", run.kind())
                .put("day", run.day().toString());
        ObjectNode attributes = detail.putObject("attributes");
        new TreeMap<>(run.attributes()).forEach(attributes::put);
        detail.putObject("counts")
                .put("tasks", run.tasks())
                .put("done", count(tasks, TaskState.DONE))
                .put("failed", count(tasks, TaskState.FAILED))
                .put("skipped", count(tasks, TaskState.SKIPPED))
                .put("neverWritten", run.tasks() - tasks.size());
        ObjectNode totals = detail.putObject("totals");
        tasks.stream().map(Ended::totals).reduce(Map.of(), Leases::sum).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> totals.put(e.getKey(), e.getValue()));
        notDone(detail.putObject("notDone"), run, tasks);
        return detail.toString();
    }

    private static void notDone(ObjectNode node, Run run, List<Ended> tasks) {
        List<Ended> missing =
                tasks.stream().filter(t -> t.state() != TaskState.DONE).toList();
        node.put("count", missing.size() + run.tasks() - tasks.size());
        ArrayNode named = node.putArray("tasks");
        missing.stream()
                .limit(MOST_NAMED)
                .forEach(t -> named.addObject()
                        .put("name", t.name())
                        .put("account", t.accountId())
                        .put("state", t.state().name())
                        .put("reason", t.reason()));
    }

    private static long count(List<Ended> tasks, TaskState state) {
        return tasks.stream().filter(t -> t.state() == state).count();
    }
}
