package recon.stream.task;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import recon.storage.watermark.Watermark;
import recon.storage.watermark.Watermarks;
import recon.stream.socket.EventLoop;
import recon.stream.watermark.WatermarkStore;

/** Writes watermarks on virtual threads. Answers come back on the loop's thread. */
final class WatermarksOnThreads implements WatermarkStore {
    private static final Logger LOG = Logger.getLogger(WatermarksOnThreads.class);

    private final Watermarks watermarks;
    private final EventLoop loop;
    private final Executor threads;

    WatermarksOnThreads(Watermarks watermarks, EventLoop loop, Executor threads) {
        this.watermarks = requireNonNull(watermarks, "watermarks is null");
        this.loop = requireNonNull(loop, "loop is null");
        this.threads = requireNonNull(threads, "threads is null");
    }

    @Override
    public void put(List<Watermark> marks, Receipt receipt) {
        threads.execute(() -> {
            boolean written = written(marks);
            loop.run(() -> receipt.answered(loop.now(), written));
        });
    }

    private boolean written(List<Watermark> marks) {
        try {
            watermarks.put(marks);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("%d watermarks could not be written: %s", marks.size(), e);
            return false;
        }
    }
}
