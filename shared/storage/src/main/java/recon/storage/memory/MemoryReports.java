package recon.storage.memory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.StorageException;
import recon.storage.execution.QueuedReport;
import recon.storage.execution.ReportArchive;

/** Archived reports in memory. */
public final class MemoryReports implements ReportArchive {
    private final Map<String, List<QueuedReport>> objects = new LinkedHashMap<>();
    private final Map<String, byte[]> large = new LinkedHashMap<>();

    @Override
    public synchronized String put(List<QueuedReport> reports, Instant now) {
        String key = "raw/source=" + SOURCE + "/account=all/" + Integer.toHexString(reports.hashCode());
        objects.put(key, List.copyOf(reports));
        return key;
    }

    @Override
    public synchronized List<QueuedReport> read(String key) {
        return Optional.ofNullable(objects.get(key))
                .orElseThrow(() -> new StorageException.Missing("archived report", key));
    }

    @Override
    public synchronized byte[] report(String key) {
        return Optional.ofNullable(large.get(key))
                .orElseThrow(() -> new StorageException.Missing("archived report", key))
                .clone();
    }

    /** Keeps a report that is too large for the queue. */
    public synchronized void large(String key, String body) {
        large.put(key, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The objects by key. */
    public synchronized Map<String, List<QueuedReport>> objects() {
        return Map.copyOf(objects);
    }
}
