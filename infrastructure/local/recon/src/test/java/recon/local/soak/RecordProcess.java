package recon.local.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import recon.local.driver.LocalFunction;
import recon.local.function.PackagedFunction;
import recon.local.function.RuntimeInterface;
import recon.local.machine.Mappers;
import recon.storage.batch.Batch;
import recon.storage.queue.WorkQueue;
import recon.storage.schema.Schema;

/**
 * The packaged function {@code record} as a process of its own, fed from its queue as AWS feeds it. Where it is killed in
 * the middle of a batch, nothing of the batch is deleted.
 */
final class RecordProcess implements AutoCloseable {
    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final ObjectMapper JSON = Mappers.standard().events();

    private final Path folder;
    private final Map<String, String> environment;
    private final LocalFunction function;
    private final Set<Arrival> arrivals = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Optional<Duration>> death = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Void> feeding;
    private volatile boolean ending;
    private RuntimeInterface runtime;
    private PackagedFunction process;

    RecordProcess(Path folder, Map<String, String> environment, WorkQueue queue) throws Exception {
        this.folder = folder;
        this.environment = environment;
        this.function =
                new LocalFunction(Schema.RECORD, (event, answer, _) -> invoke(event, answer), queue, BATCH, JSON);
        start();
        this.feeding = CompletableFuture.runAsync(this::feed, Thread::startVirtualThread);
    }

    /** Kills it so long after it was handed its next batch, or when it answers, whichever comes first. */
    void killWithin(Duration next) {
        death.set(Optional.of(next));
    }

    /** Everything that it was handed so far. */
    Set<Arrival> arrivals() {
        return Set.copyOf(arrivals);
    }

    /** Whether its queue is empty and nobody will kill it any more. */
    boolean isDone() {
        return death.get().isEmpty() && function.pending() == 0;
    }

    /** Takes no further batch. */
    void end() {
        ending = true;
    }

    /** Batches that failed although nobody killed it. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private static final class Killed extends IOException {
        private static final long serialVersionUID = 1;
    }

    private void start() throws Exception {
        runtime = new RuntimeInterface();
        process = PackagedFunction.start(Schema.RECORD, folder, runtime, environment);
    }

    private void feed() {
        while (!ending) {
            try {
                function.poll(Duration.ofSeconds(1));
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof Killed)) {
                    failures.add(e.toString());
                }
            }
        }
    }

    private void invoke(InputStream event, OutputStream answer) throws IOException {
        byte[] batch = event.readAllBytes();
        JSON.readValue(batch, Batch.class).records().forEach(each -> arrivals.add(Arrival.of(each)));
        try {
            Optional<Duration> doom = death.getAndSet(Optional.empty());
            Optional<String> said = runtime.invoke(new String(batch, UTF_8), doom.orElse(PATIENCE));
            if (doom.isPresent() || said.isEmpty()) {
                process.close();
                runtime.close();
                start();
                throw new Killed();
            }
            answer.write(said.get().getBytes(UTF_8));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        end();
        feeding.join();
        process.close();
        runtime.close();
    }
}
