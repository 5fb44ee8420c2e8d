package recon.local.machine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many executions were recorded for each account, since the start of the process. Safe for use by several threads. */
public final class RecordTally {
    /** Those of an account of which nothing was recorded. */
    public static final Counts NONE = new Counts(0, 0);

    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

    RecordTally() {}

    /**
     * What became of the reports of an account.
     *
     * @param recorded executions that were new
     * @param duplicates reports of executions that were recorded before
     */
    public record Counts(long recorded, long duplicates) {
        private Counts and(Counts more) {
            return new Counts(recorded + more.recorded, duplicates + more.duplicates);
        }
    }

    /**
     * Those of one account.
     *
     * @param uid the exchange's id of it
     */
    public Counts of(String uid) {
        return counts.getOrDefault(uid, NONE);
    }

    /** Those of all accounts that have any, as they are now. */
    public Map<String, Counts> all() {
        return Map.copyOf(counts);
    }

    void add(String uid, int recorded, int duplicates) {
        counts.merge(uid, new Counts(recorded, duplicates), Counts::and);
    }
}
