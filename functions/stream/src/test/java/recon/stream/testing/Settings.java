package recon.stream.testing;

import java.time.Duration;
import recon.stream.capture.CaptureSettings;
import recon.stream.connection.ConnectionSettings;
import recon.stream.delivery.Pauses;
import recon.stream.delivery.QueueSettings;

/** Settings that tests start from. */
public final class Settings {
    private Settings() {}

    public static CaptureSettings standard() {
        return CaptureSettings.standard("t1");
    }

    /** So many accounts on a connection. */
    public static CaptureSettings sharded(int accounts) {
        CaptureSettings standard = standard();
        ConnectionSettings connections = standard.connections();
        return with(
                standard,
                new ConnectionSettings(
                        accounts,
                        connections.asked(),
                        connections.patience(),
                        connections.renewAfter(),
                        connections.silence(),
                        connections.stable(),
                        connections.pauses(),
                        connections.refused(),
                        connections.connects()),
                standard.queue());
    }

    /** So many bytes in memory for each queue. */
    public static CaptureSettings buffered(long bytes) {
        return with(
                standard(),
                standard().connections(),
                new QueueSettings(
                        10,
                        200_000,
                        Duration.ofMillis(5),
                        4,
                        Duration.ofSeconds(30),
                        bytes,
                        new Pauses(Duration.ofMillis(100), Duration.ofSeconds(5))));
    }

    private static CaptureSettings with(CaptureSettings other, ConnectionSettings connections, QueueSettings queue) {
        return new CaptureSettings(other.task(), connections, queue, queue, other.watermarks(), other.grace());
    }
}
