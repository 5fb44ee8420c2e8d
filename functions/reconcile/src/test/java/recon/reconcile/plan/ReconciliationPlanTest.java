package recon.reconcile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recon.storage.event.CollectionCompleted;
import recon.storage.event.CollectionCompleted.Missing;
import recon.storage.event.CollectionCompleted.NotDone;
import recon.storage.work.TaskPlan;

class ReconciliationPlanTest {
    @Test
    void sourcesThatBookNothing_areNoGapsThatExplainAVariance() {
        CollectionCompleted collected = new CollectionCompleted(
                "collect-2026-01-02",
                LocalDate.parse("2026-01-02"),
                Map.of("account.1", "main@example.com", "account.2", "sub@example.com"),
                new NotDone(
                        4,
                        List.of(
                                new Missing("spot-snapshot", "1", "late"),
                                new Missing("deposits", "1", "refused"),
                                new Missing("spot-snapshot", "2", "late"),
                                new Missing("klines", "exchange", "refused"))));

        assertThat(ReconciliationPlan.of(collected, Instant.EPOCH).tasks())
                .filteredOn(task -> task.name().equals(ReconciliationPlan.CLOSE))
                .allSatisfy(task -> assertThat(task.attributes().get(ReconciliationPlan.GAPS))
                        .isEqualTo(task.accountId().equals("1") ? "deposits" : ""))
                .hasSize(4);
    }

    /** As {@code collect} tells the end of what it reads every few hours for futures positions. */
    @Test
    void collectionForFuturesPositions_closesNoDay() {
        CollectionCompleted daily = new CollectionCompleted(
                "collect-2026-01-02",
                LocalDate.parse("2026-01-02"),
                Map.of("account.1", "main@example.com"),
                new NotDone(0, List.of()));
        CollectionCompleted futures = new CollectionCompleted(
                "collect-futures-2026-01-02T02:00:00Z",
                LocalDate.parse("2026-01-02"),
                Map.of("account.1", "main@example.com", "collects", "futures"),
                new NotDone(0, List.of()));

        assertThat(daily.closesDay()).isTrue();
        assertThat(futures.closesDay()).isFalse();
    }

    @Test
    void bothDaysAreCheckedAgainstTheArchive_afterAllReports() {
        CollectionCompleted collected = new CollectionCompleted(
                "collect-2026-01-02",
                LocalDate.parse("2026-01-02"),
                Map.of("account.1", "main@example.com"),
                new NotDone(0, List.of()));
        List<TaskPlan> tasks = ReconciliationPlan.of(collected, Instant.EPOCH).tasks();
        int lastReport = tasks.stream()
                .filter(task -> task.name().equals(ReconciliationPlan.REPORT))
                .mapToInt(TaskPlan::stage)
                .max()
                .orElseThrow();

        assertThat(tasks)
                .filteredOn(task -> task.name().equals(ReconciliationPlan.INTEGRITY))
                .allSatisfy(task -> {
                    assertThat(task.stage()).isGreaterThan(lastReport);
                    assertThat(task.attributes()).containsEntry(ReconciliationPlan.COLLECTION, "collect-2026-01-02");
                })
                .extracting(TaskPlan::taskId)
                .containsExactly("integrity:2026-01-01:1", "integrity:2026-01-02:1");
    }
}
