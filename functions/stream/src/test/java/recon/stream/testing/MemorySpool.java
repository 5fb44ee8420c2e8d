package recon.stream.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import recon.stream.report.Report;
import recon.stream.spool.Spool;

/** A spool that forgets. */
public final class MemorySpool implements Spool {
    private final long limit;
    private final Deque<Report> untaken = new ArrayDeque<>();
    private long bytes;
    private long taken;

    public MemorySpool(long limit) {
        this.limit = limit;
    }

    @Override
    public boolean append(Report report) {
        if (bytes + report.size() > limit) {
            return false;
        }
        bytes += report.size();
        return untaken.add(report);
    }

    @Override
    public List<Spooled> take(int most) {
        List<Spooled> all = new ArrayList<>();
        while (all.size() < most && !untaken.isEmpty()) {
            all.add(new Spooled(untaken.remove(), 0));
        }
        taken += all.size();
        return all;
    }

    @Override
    public void done(long ticket) {
        taken--;
        if (taken == 0 && untaken.isEmpty()) {
            bytes = 0;
        }
    }

    @Override
    public boolean hasMore() {
        return !untaken.isEmpty();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    public List<Report> kept() {
        return List.copyOf(untaken);
    }
}
