package recon.stream.task;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.stream.capture.CaptureStatus;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;

/** The doorway: starts the capture with the process, and ends it before the process ends. */
@Singleton
public class StreamTask {
    private final AwsClients clients;
    private final StreamParts parts;

    /** @param settings gives the settings of storage, {@code recon.aws.…} */
    @Inject
    public StreamTask(StreamConfig config, Config settings, Vertx vertx) {
        Function<String, Optional<String>> setting = name -> settings.getOptionalValue(name, String.class);
        StreamPlan plan = StreamParts.plan(config, setting);
        AwsSettings aws = AwsSettings.from(setting);
        this.clients = AwsClients.create(aws);
        this.parts = StreamParts.of(plan, clients, aws, vertx, Clock.systemUTC());
    }

    void start(@Observes StartupEvent started) {
        parts.start();
    }

    void stop(@Observes ShutdownEvent ended) {
        parts.stop();
        clients.close();
    }

    /** What the capture looked like about a second ago. */
    Optional<CaptureStatus> status() {
        return parts.status();
    }

    long count(Count count) {
        return parts.count(count);
    }

    long count(Alarm.Kind kind) {
        return parts.count(kind);
    }
}
