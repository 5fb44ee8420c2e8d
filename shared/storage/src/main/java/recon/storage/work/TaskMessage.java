package recon.storage.work;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import recon.storage.StorageException;

/** What a work queue carries: which task, and under which lease. */
record TaskMessage(String runId, String taskId, long lease) {
    private static final ObjectMapper JSON = new ObjectMapper();

    TaskMessage {
        requireNonNull(runId, "runId is null");
        requireNonNull(taskId, "taskId is null");
    }

    String body() {
        return JSON.createObjectNode()
                .put("runId", runId)
                .put("taskId", taskId)
                .put("lease", lease)
                .toString();
    }

    static TaskMessage of(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode lease = json.path("lease");
            if (json.path("runId").isTextual() && json.path("taskId").isTextual() && lease.isIntegralNumber()) {
                return new TaskMessage(
                        json.path("runId").textValue(), json.path("taskId").textValue(), lease.longValue());
            }
            throw new StorageException.Malformed("work message", "it lacks runId, taskId or lease");
        } catch (JsonProcessingException e) {
            throw new StorageException.Malformed("work message", e.getOriginalMessage());
        }
    }
}
