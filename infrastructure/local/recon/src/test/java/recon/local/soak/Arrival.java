package recon.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ExecutionMessage;

/**
 * A report that the queue has.
 *
 * @param connection which connection received it, {@code <task>/<number>}
 * @param told when it happened, by the exchange's clock
 * @param receivedAt when it was received, by our clock
 * @param queuedAt when the queue took it
 */
record Arrival(String connection, ReportKey key, Instant told, Instant receivedAt, Instant queuedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Arrival of(QueuedMessage queued) {
        ExecutionMessage message = ExecutionMessage.of(queued.body(), queued.texts());
        try {
            JsonNode report = JSON.readTree(message.body());
            return new Arrival(
                    message.connection(),
                    new ReportKey(
                            message.account(),
                            report.required("s").textValue(),
                            report.required("I").longValue()),
                    Instant.ofEpochMilli(report.required("E").longValue()),
                    message.receivedAt(),
                    Instant.ofEpochMilli(Long.parseLong(queued.attributes().getOrDefault("SentTimestamp", "none"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
