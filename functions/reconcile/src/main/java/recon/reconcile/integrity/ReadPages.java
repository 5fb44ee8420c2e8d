package recon.reconcile.integrity;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recon.ledger.integrity.DayIntegrity;
import recon.ledger.integrity.Finding;
import recon.ledger.integrity.Finding.Kind;
import recon.reconcile.plan.ReconciliationPlan;
import recon.storage.archive.ArchiveIndex;
import recon.storage.event.Collected;
import recon.storage.work.Run;
import recon.storage.work.Runs;
import recon.storage.work.Task;

/** The answers that the collection before this run has archived of the sources of which every row is booked. */
final class ReadPages {
    /** Total of a task: what it asked its own source; of another one the name follows. */
    private static final String REQUESTS = "requests";

    /** Tasks that ask a source once more, for other symbols. */
    private static final String ROUND = "-round";
    /** The exchange's clock, by which answers are archived, and ours, by which a run begins. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);
    /**
     * A collection ends within this after its midnight; one that was planned late, within this after it began. Where both
     * have left answers, those of both are taken: only too few are a finding.
     */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ArchiveIndex archive;
    private final Runs runs;

    ReadPages(ArchiveIndex archive, Runs runs) {
        this.archive = requireNonNull(archive, "archive is null");
        this.runs = requireNonNull(runs, "runs is null");
    }

    /**
     * What was found.
     *
     * @param keys of the answers, in no order
     * @param findings sources of which fewer answers are archived than were read
     */
    record Found(List<String> keys, List<Finding> findings) {
        Found {
            keys = List.copyOf(keys);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Lists what a collection has archived of an account; opens nothing. What was tried twice is archived twice, so that
     * only too few are a finding. A replay has collected nothing.
     *
     * @param day that is checked; an earlier one was checked when it was collected
     * @param collection the id of the run that was collected
     * @param reconciling the run that was planned when that one had ended
     */
    Found of(LocalDate day, String collection, String account, Run reconciling) {
        if (!day.equals(reconciling.day()) || reconciling.attributes().containsKey(Collected.REPLAYED_BY)) {
            return new Found(List.of(), List.of());
        }
        Map<String, Long> requests = requests(collection, account);
        List<String> keys = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Instant ended = reconciling.deadline().minus(ReconciliationPlan.DEADLINE);
        Instant midnight =
                reconciling.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant usually = midnight.plus(LONGEST);
        requests.forEach((source, read) -> {
            List<String> archived = new ArrayList<>(archive.keys(source, account, midnight.minus(CLOCKS), usually));
            if (ended.isAfter(usually)) {
                Instant earliest = ended.minus(LONGEST);
                Instant from = earliest.isAfter(usually) ? earliest : usually;
                archived.addAll(archive.keys(source, account, from, ended.plus(CLOCKS)));
            }
            keys.addAll(archived);
            if (archived.size() < read) {
                findings.add(new Finding(
                        Kind.PAGES_MISSING,
                        collection + "/" + source,
                        "",
                        "the run " + collection + " has read " + read + " answers of " + source + ", and "
                                + archived.size() + " are archived",
                        ""));
            }
        });
        return new Found(keys, findings);
    }

    private Map<String, Long> requests(String collection, String account) {
        List<String> tasks = DayIntegrity.alwaysBooking().stream()
                .flatMap(source -> List.of(source, source + ROUND).stream())
                .map(name -> name + ":" + account)
                .toList();
        Map<String, Long> requests = new HashMap<>();
        for (Task task : runs.tasks(collection, tasks)) {
            task.totals().forEach((total, read) -> {
                if (total.equals(REQUESTS)) {
                    requests.merge(source(task), read, Long::sum);
                } else if (total.startsWith(REQUESTS + " ")) {
                    requests.merge(total.substring(REQUESTS.length() + 1), read, Long::sum);
                }
            });
        }
        requests.keySet().retainAll(DayIntegrity.alwaysBooking());
        return requests;
    }

    private static String source(Task task) {
        String name = task.name();
        return name.endsWith(ROUND) ? name.substring(0, name.length() - ROUND.length()) : name;
    }
}
