package recon.local.weight;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.collect.plan.DailyPlan;
import recon.simulator.Counters;
import recon.storage.work.Task;

/**
 * What the runs have used, as their tasks and as the exchange counted it.
 *
 * @param bySource weight of the tasks of each source, by the source's name; the sweep left out
 * @param sweep weight of the tasks that ask for every symbol in its turn, by pool
 * @param tasks weight of all tasks, by pool
 * @param counted weight that the exchange counted, by pool; refused requests and the stream's included
 */
record UsedWeight(
        SortedMap<String, Long> bySource,
        SortedMap<String, Long> sweep,
        SortedMap<String, Long> tasks,
        SortedMap<String, Long> counted) {
    private static final String WEIGHT = "weight ";
    private static final String SAPI = "sapi:";

    static UsedWeight of(Collection<Task> tasks, Counters counters) {
        UsedWeight used = new UsedWeight(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        tasks.forEach(used::add);
        counters.buckets().stream()
                .filter(UsedWeight::weighed)
                .forEach(bucket -> used.counted.merge(
                        pool(bucket),
                        counters.minutes(bucket).values().stream()
                                .mapToLong(Integer::longValue)
                                .sum(),
                        Long::sum));
        return used;
    }

    private void add(Task task) {
        boolean sweeps = task.name().endsWith(DailyPlan.ROUND);
        task.totals().forEach((total, weight) -> {
            String bucket = total.startsWith(WEIGHT) ? total.substring(WEIGHT.length()) : "";
            if (weighed(bucket)) {
                tasks.merge(pool(bucket), weight, Long::sum);
                if (sweeps) {
                    sweep.merge(pool(bucket), weight, Long::sum);
                } else {
                    bySource.merge(task.name(), weight, Long::sum);
                }
            }
        });
    }

    /** Requests and attempts to connect are counted as well, and are no weight. */
    private static boolean weighed(String bucket) {
        return bucket.startsWith("api:") || bucket.startsWith("fapi:") || bucket.startsWith(SAPI);
    }

    /** What a bucket is called without its address and account: accounts with a budget each are added up. */
    private static String pool(String bucket) {
        String from = bucket.startsWith(SAPI) ? bucket.substring(SAPI.length()) : bucket;
        return from.substring(0, from.indexOf(':'));
    }

    /** Weight of a pool, none where nothing was used of it. */
    static long in(Map<String, Long> pools, String pool) {
        return pools.getOrDefault(pool, 0L);
    }
}
