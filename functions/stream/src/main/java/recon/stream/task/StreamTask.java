package recon.stream.task;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import recon.stream.capture.CaptureStatus;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;

/** The doorway: starts the capture with the process, and ends it before the process ends. */
@Singleton
public class StreamTask {
    private static final Logger LOG = Logger.getLogger(StreamTask.class);
    /** What the last answers may take beyond the grace time. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final StreamConfig config;
    private final StreamParts parts;

    /** @param settings gives the settings of storage, {@code recon.aws.…} */
    @Inject
    public StreamTask(StreamConfig config, Config settings, Vertx vertx) {
        this.config = requireNonNull(config, "config is null");
        this.parts =
                StreamParts.of(config, name -> settings.getOptionalValue(name, String.class), vertx, Clock.systemUTC());
    }

    void start(@Observes StartupEvent started) {
        parts.loop().start(parts.capture());
    }

    void stop(@Observes ShutdownEvent ended) {
        try {
            parts.loop()
                    .stop()
                    .toCompletableFuture()
                    .get(config.grace().plus(REST).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.errorf("the capture did not end in %s: %s", config.grace(), e);
        }
        parts.threads().shutdownNow();
        parts.spool().close();
        parts.clients().close();
    }

    /** What the capture looked like about a second ago. */
    Optional<CaptureStatus> status() {
        return requireNonNull(parts.status().get(), "status is null");
    }

    long count(Count count) {
        return parts.counters().get(count);
    }

    long count(Alarm.Kind kind) {
        return parts.notices().count(kind);
    }
}
