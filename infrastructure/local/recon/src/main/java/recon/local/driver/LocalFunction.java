package recon.local.driver;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;

/** A function and its queue: invoked with the same bytes that AWS would send. */
public final class LocalFunction {
    /** What a queue gives at once. */
    private static final int RECEIVE = 10;
    /** An invocation takes 6 MB; ten messages more, of 256 kB each, still fit. */
    private static final int MOST_BYTES = 3_000_000;

    private static final int REMAINING_MILLIS = 900_000;
    private static final long NEVER = -1;

    private final String name;
    private final RequestStreamHandler handler;
    private final WorkQueue queue;
    private final int batch;
    private final ObjectMapper json;
    private final LongSupplier deliveries;
    /** The deliveries before which the queue was found empty. */
    private volatile long emptyAt = NEVER;

    /**
     * A function whose queue anybody may send to: it is asked each time.
     *
     * @param batch messages of an invocation at most
     * @param json writes the events and reads the answers
     */
    public LocalFunction(String name, RequestStreamHandler handler, WorkQueue queue, int batch, ObjectMapper json) {
        this(name, handler, queue, batch, json, new AtomicLong()::incrementAndGet);
    }

    /**
     * A function with its queue.
     *
     * @param batch messages of an invocation at most
     * @param json writes the events and reads the answers
     * @param deliveries how often something was sent to the queue; as long as that is the same, a queue found empty is empty
     */
    public LocalFunction(
            String name,
            RequestStreamHandler handler,
            WorkQueue queue,
            int batch,
            ObjectMapper json,
            LongSupplier deliveries) {
        this.name = requireNonNull(name, "name is null");
        this.handler = requireNonNull(handler, "handler is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.batch = batch;
        this.json = requireNonNull(json, "json is null");
        this.deliveries = requireNonNull(deliveries, "deliveries is null");
    }

    /** The kinds of runs that these functions work on: each is named after its queue. */
    static List<String> kinds(List<LocalFunction> functions) {
        return functions.stream()
                .map(function -> function.name)
                .filter(Schema.KINDS::contains)
                .toList();
    }

    /** Invokes it as a schedule would. */
    public void invoke(Map<String, String> event) {
        call(event);
    }

    /** Takes one batch from the queue and deletes what was dealt with; says whether there was anything. */
    public boolean poll() {
        return poll(Duration.ZERO);
    }

    /**
     * The same, waiting for the first message.
     *
     * @param wait 0 to 20 s, whole seconds
     */
    public boolean poll(Duration wait) {
        long delivered = deliveries.getAsLong();
        // Who waits for a message wants to hear of those that others send, too.
        if (wait.isZero() && delivered == emptyAt) {
            return false;
        }
        List<Received> gathered = gather(wait, delivered);
        if (gathered.isEmpty()) {
            return false;
        }
        Set<String> failed = failed(call(SqsEvent.of(name, gathered)));
        queue.delete(gathered.stream()
                .filter(received -> !failed.contains(received.message().messageId()))
                .toList());
        return true;
    }

    /** AWS waits some seconds for a batch to fill; here a batch is what there is, and none waits for what is to come. */
    private List<Received> gather(Duration wait, long delivered) {
        List<Received> gathered = new ArrayList<>();
        int wanted;
        List<Received> got;
        do {
            wanted = Math.min(batch - gathered.size(), RECEIVE);
            got = queue.receive(wanted, gathered.isEmpty() ? wait : Duration.ZERO);
            gathered.addAll(got);
        } while (got.size() == wanted && gathered.size() < batch && bytes(gathered) < MOST_BYTES);
        if (got.size() < wanted) {
            emptyAt = delivered;
        }
        return gathered;
    }

    private static long bytes(List<Received> gathered) {
        return gathered.stream().mapToLong(received -> received.body().length()).sum();
    }

    /** How many invocations the messages that are waiting make; roughly, as queues count. */
    int invocations() {
        return Math.ceilDiv(queue.counts().visible(), batch);
    }

    /** Asks the queue the next time, whatever was sent to it: messages that nobody dealt with show again by themselves. */
    void lookAgain() {
        emptyAt = NEVER;
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
