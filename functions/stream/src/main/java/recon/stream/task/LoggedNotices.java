package recon.stream.task;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import recon.stream.notice.Alarm;
import recon.stream.notice.Notices;
import recon.stream.notice.Reject;

/** Alarms as errors in the log and in a metric, other events as a line each, rejected frames into the archive. */
final class LoggedNotices implements Notices {
    private static final Logger LOG = Logger.getLogger("recon.stream");
    private static final int ATTEMPTS = 3;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Consumer<Reject> archive;
    private final Executor threads;
    private final Runnable lost;
    private final Map<Alarm.Kind, AtomicLong> alarms = new EnumMap<>(Alarm.Kind.class);
    private final AtomicLong underWay = new AtomicLong();

    /**
     * Puts it together.
     *
     * @param archive keeps a frame and waits for it; throws if it cannot
     * @param threads for what waits
     * @param lost is run for each frame that was taken and could not be kept after all, on one of those threads
     */
    LoggedNotices(Consumer<Reject> archive, Executor threads, Runnable lost) {
        this.archive = requireNonNull(archive, "archive is null");
        this.threads = requireNonNull(threads, "threads is null");
        this.lost = requireNonNull(lost, "lost is null");
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            alarms.put(kind, new AtomicLong());
        }
    }

    @Override
    public void alarm(Alarm alarm) {
        counter(alarm.kind()).incrementAndGet();
        LOG.errorf("ALARM %s: %s", alarm.kind(), alarm.what());
    }

    @Override
    public void note(String what) {
        LOG.info(what);
    }

    @Override
    public void other(String account, String type, String ids) {
        // There is one for almost every report: a format would cost more than all else that is done with it.
        LOG.info("event " + type + " account=" + account + " " + ids);
    }

    @Override
    public boolean keep(Reject reject) {
        long size = reject.frame().length;
        if (underWay.addAndGet(size) > MOST_BYTES) {
            underWay.addAndGet(-size);
            return false;
        }
        LOG.warnf("a frame of %d bytes on connection %s is kept: %s", size, reject.connection(), reject.why());
        threads.execute(() -> {
            put(reject);
            underWay.addAndGet(-size);
        });
        return true;
    }

    /** How often an alarm was raised. */
    long count(Alarm.Kind kind) {
        return counter(kind).get();
    }

    private AtomicLong counter(Alarm.Kind kind) {
        return requireNonNull(alarms.get(kind), "every kind has a counter");
    }

    private void put(Reject reject) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                archive.accept(reject);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("attempt %d to keep a frame failed: %s", attempt, e);
            }
        }
        lost.run();
        alarm(new Alarm(
                Alarm.Kind.REJECT_LOST,
                "a frame of connection " + reject.connection() + " could not be kept: the archive is away"));
    }
}
