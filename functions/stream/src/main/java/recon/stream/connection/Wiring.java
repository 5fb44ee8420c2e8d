package recon.stream.connection;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;
import recon.stream.notice.Counters;
import recon.stream.notice.Notices;
import recon.stream.watermark.WatermarkBook;

/**
 * What all connections of a task share.
 *
 * @param task names the task; must differ among those that run at one time
 * @param settings how connections live
 * @param connector opens them
 * @param limit how many attempts are left
 * @param intake takes their reports
 * @param book writes their watermarks
 * @param clock the exchange's time
 * @param random draws pauses
 */
public record Wiring(
        String task,
        ConnectionSettings settings,
        Connector connector,
        ConnectLimit limit,
        Intake intake,
        WatermarkBook book,
        ExchangeTime clock,
        RandomGenerator random,
        Counters counters,
        Notices notices) {
    public Wiring {
        requireNonNull(task, "task is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(connector, "connector is null");
        requireNonNull(limit, "limit is null");
        requireNonNull(intake, "intake is null");
        requireNonNull(book, "book is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(random, "random is null");
        requireNonNull(counters, "counters is null");
        requireNonNull(notices, "notices is null");
    }
}
