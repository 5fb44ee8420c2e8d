package recon.local.soak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.stream.report.Report;
import recon.stream.spool.Spool;

/** A bounded disk: a process that comes after finds all that was not done. */
final class SoakSpool implements Spool {
    private final long limit;
    private final Map<Long, Report> taken = new LinkedHashMap<>();
    private Deque<Report> untaken = new ArrayDeque<>();
    private long bytes;
    private long tickets;

    SoakSpool(long limit) {
        this.limit = limit;
    }

    /** The process has ended: what it had taken and not done comes again, first. */
    void reopen() {
        Deque<Report> again = new ArrayDeque<>(taken.values());
        again.addAll(untaken);
        untaken = again;
        taken.clear();
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
            Report report = untaken.remove();
            taken.put(++tickets, report);
            all.add(new Spooled(report, tickets));
        }
        return all;
    }

    @Override
    public void done(long ticket) {
        Report report = taken.remove(ticket);
        if (report == null) {
            throw new IllegalStateException("no such ticket");
        }
        bytes -= report.size();
    }

    @Override
    public boolean hasMore() {
        return !untaken.isEmpty();
    }

    @Override
    public long bytes() {
        return bytes;
    }
}
