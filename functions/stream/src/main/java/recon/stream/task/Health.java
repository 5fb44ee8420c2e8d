package recon.stream.task;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import recon.stream.capture.CaptureStatus;

/** Live: the loop turns. Ready: every group of accounts has a live connection. */
@Singleton
public class Health {
    /** The loop shows itself about every second. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final StreamTask task;
    private final InstantSource clock;

    /** @param task whose health it is */
    @Inject
    public Health(StreamTask task) {
        this.task = requireNonNull(task, "task is null");
        this.clock = Clock.systemUTC();
    }

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> live(task.status(), clock.millis());
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> ready(task.status());
    }

    static HealthCheckResponse live(Optional<CaptureStatus> status, long now) {
        return HealthCheckResponse.named("loop")
                .status(status.isEmpty() || now - status.get().at() < STUCK.toMillis())
                .build();
    }

    static HealthCheckResponse ready(Optional<CaptureStatus> status) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("capture");
        status.ifPresent(seen -> {
            response.withData("phase", seen.phase().name());
            response.withData("queueAway", seen.queueAway());
            response.withData("spooledBytes", seen.spooledBytes());
            seen.connections()
                    .forEach(each -> response.withData(
                            each.connection(),
                            each.state() + ", " + each.active() + " of " + each.accounts() + " accounts, refused: "
                                    + each.refused()));
        });
        return response.status(status.filter(CaptureStatus::isReady).isPresent())
                .build();
    }
}
