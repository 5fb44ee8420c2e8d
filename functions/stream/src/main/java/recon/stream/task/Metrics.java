package recon.stream.task;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import recon.stream.capture.CaptureStatus;
import recon.stream.connection.LinkState;
import recon.stream.connection.ShardStatus;
import recon.stream.notice.Alarm;
import recon.stream.notice.Count;

/** Counters and gauges of the capture, {@code recon.stream.…}. */
@Singleton
public class Metrics {
    private static final String PREFIX = "recon.stream.";
    private static final long MS = 1_000;

    private final StreamTask task;
    private final MeterRegistry registry;

    /** @param registry where they are registered */
    @Inject
    public Metrics(StreamTask task, MeterRegistry registry) {
        this.task = requireNonNull(task, "task is null");
        this.registry = requireNonNull(registry, "registry is null");
    }

    void register(@Observes StartupEvent started) {
        for (Count count : Count.values()) {
            FunctionCounter.builder(PREFIX + name(count), task, each -> each.count(count))
                    .register(registry);
        }
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            FunctionCounter.builder(PREFIX + "alarms", task, each -> each.count(kind))
                    .tag("kind", name(kind))
                    .register(registry);
        }
        gauge("buffered", CaptureStatus::buffered);
        gauge("in.flight", CaptureStatus::inFlight);
        gauge("spooled.bytes", CaptureStatus::spooledBytes);
        gauge("connections", status -> status.connections().size());
        gauge("connections.live", Metrics::live);
        gauge("ping.age.seconds", Metrics::pingAge);
    }

    private void gauge(String name, ToLongFunction<CaptureStatus> value) {
        Gauge.builder(
                        PREFIX + name,
                        task,
                        each -> each.status().map(value::applyAsLong).orElse(0L))
                .register(registry);
    }

    private static long live(CaptureStatus status) {
        return status.connections().stream()
                .filter(each -> each.state() == LinkState.LIVE)
                .count();
    }

    /** Of the connection that has waited longest. */
    static long pingAge(CaptureStatus status) {
        return status.connections().stream()
                .map(ShardStatus::pingAt)
                .filter(OptionalLong::isPresent)
                .mapToLong(at -> (status.at() - at.getAsLong()) / MS)
                .max()
                .orElse(0);
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
