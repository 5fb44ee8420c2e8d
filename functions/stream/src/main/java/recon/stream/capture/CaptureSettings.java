package recon.stream.capture;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import recon.stream.connection.ConnectionSettings;
import recon.stream.delivery.QueueSettings;

/**
 * How a task captures.
 *
 * @param task names the task; must differ among those that run at one time
 * @param connections how connections live
 * @param queue how reports go to the queue of the books
 * @param bridge how they go to the bridge's queue
 * @param watermarks how often watermarks are written
 * @param grace how long the end of the task may take
 */
public record CaptureSettings(
        String task,
        ConnectionSettings connections,
        QueueSettings queue,
        QueueSettings bridge,
        Duration watermarks,
        Duration grace) {
    public CaptureSettings {
        if (task.isBlank() || task.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a task's name is not blank and has no slash");
        }
        requireNonNull(connections, "connections is null");
        requireNonNull(queue, "queue is null");
        requireNonNull(bridge, "bridge is null");
        if (!watermarks.isPositive() || !grace.isPositive()) {
            throw new IllegalArgumentException("watermarks and grace are more than 0");
        }
    }

    /** What suits the exchange, SQS and a container. */
    public static CaptureSettings standard(String task) {
        return new CaptureSettings(
                task,
                ConnectionSettings.standard(),
                QueueSettings.standard(),
                QueueSettings.standard(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20));
    }
}
