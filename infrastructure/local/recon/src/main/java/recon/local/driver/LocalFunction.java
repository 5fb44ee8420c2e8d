package recon.local.driver;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;

/** A function and its queue: invoked with the same bytes that AWS would send. */
public final class LocalFunction {
    private static final int BATCH = 10;
    private static final int REMAINING_MILLIS = 900_000;

    private final String name;
    private final RequestStreamHandler handler;
    private final WorkQueue queue;
    private final ObjectMapper json;

    public LocalFunction(String name, RequestStreamHandler handler, WorkQueue queue, ObjectMapper json) {
        this.name = requireNonNull(name, "name is null");
        this.handler = requireNonNull(handler, "handler is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.json = requireNonNull(json, "json is null");
    }

    /** Invokes it as a schedule would. */
    public void invoke(Map<String, String> event) {
        call(event);
    }

    /** Takes one batch from the queue and deletes what was dealt with; says whether there was anything. */
    public boolean poll() {
        List<Received> batch = queue.receive(BATCH, Duration.ZERO);
        if (batch.isEmpty()) {
            return false;
        }
        List<Map<String, String>> records = IntStream.range(0, batch.size())
                .mapToObj(i -> Map.of(
                        "messageId", Integer.toString(i), "body", batch.get(i).body()))
                .toList();
        Set<String> failed = failed(call(Map.of("Records", records)));
        queue.delete(IntStream.range(0, batch.size())
                .filter(i -> !failed.contains(Integer.toString(i)))
                .mapToObj(batch::get)
                .toList());
        return true;
    }

    /** Messages waiting or in hand. */
    public int pending() {
        return queue.counts().total();
    }

    private byte[] call(Object event) {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(
                    new ByteArrayInputStream(json.writeValueAsBytes(event)),
                    answer,
                    new LocalContext(name, REMAINING_MILLIS));
            return answer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("function " + name + " failed", e);
        }
    }

    private Set<String> failed(byte[] answer) {
        try {
            return json.readValue(answer, Answer.class).batchItemFailures().stream()
                    .map(Answer.Item::itemIdentifier)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException("function " + name + " answered something else than JSON", e);
        }
    }

    /** The answer of a function that takes batches. */
    record Answer(List<Item> batchItemFailures) {
        record Item(String itemIdentifier) {}
    }
}
