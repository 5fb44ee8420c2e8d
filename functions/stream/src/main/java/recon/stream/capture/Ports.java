package recon.stream.capture;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import recon.stream.connection.Connector;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.notice.Counters;
import recon.stream.notice.Notices;
import recon.stream.spool.Spool;
import recon.stream.watermark.WatermarkStore;

/**
 * The world as the capture sees it. All of them answer on the thread that drives the capture.
 *
 * @param connector opens connections
 * @param queue takes reports for the books
 * @param bridge takes the same reports for the bridge, where that is wanted
 * @param spool keeps reports while the queue is away
 * @param watermarks keeps watermarks
 * @param notices speaks to people
 * @param counters counts
 * @param random draws pauses
 */
public record Ports(
        Connector connector,
        ExecutionQueue queue,
        Optional<ExecutionQueue> bridge,
        Spool spool,
        WatermarkStore watermarks,
        Notices notices,
        Counters counters,
        RandomGenerator random) {
    public Ports {
        requireNonNull(connector, "connector is null");
        requireNonNull(queue, "queue is null");
        requireNonNull(bridge, "bridge is null");
        requireNonNull(spool, "spool is null");
        requireNonNull(watermarks, "watermarks is null");
        requireNonNull(notices, "notices is null");
        requireNonNull(counters, "counters is null");
        requireNonNull(random, "random is null");
    }
}
