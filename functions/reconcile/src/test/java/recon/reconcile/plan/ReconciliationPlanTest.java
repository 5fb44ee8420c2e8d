package recon.reconcile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.setting.Settlement;
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
                                new Missing("spot-snapshot", "1", "FAILED", "late"),
                                new Missing("deposits", "1", "FAILED", "refused"),
                                new Missing("spot-snapshot", "2", "FAILED", "late"),
                                new Missing("klines", "exchange", "FAILED", "refused"))));

        assertThat(ReconciliationPlan.of(collected, Settlement.USUAL, Instant.EPOCH)
                        .tasks())
                .filteredOn(task -> task.name().equals(ReconciliationPlan.CLOSE))
                .allSatisfy(task -> assertThat(task.attributes().get(ReconciliationPlan.GAPS))
                        .isEqualTo(task.accountId().equals("1") ? "deposits" : ""))
                .hasSize(4);
    }

    /** The oldest day first, each one reported before the next one starts from it; the archive is looked at in the end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 2026-01-02 final
            2 | 2026-01-01 final, 2026-01-02 provisional
            3 | 2025-12-31 final, 2026-01-01 provisional, 2026-01-02 provisional
            """)
    void dayIsProvisional_untilSoManyDaysAfterItBegan(int days, String expected) {
        CollectionCompleted collected = new CollectionCompleted(
                "collect-2026-01-02",
                LocalDate.parse("2026-01-02"),
                Map.of("account.1", "main@example.com"),
                new NotDone(0, List.of()));
        List<TaskPlan> tasks = ReconciliationPlan.of(collected, new Settlement(days), Instant.EPOCH)
                .tasks();
        List<TaskPlan> reports = named(tasks, ReconciliationPlan.REPORT);

        assertThat(reports.stream()
                        .sorted(Comparator.comparingInt(TaskPlan::stage))
                        .map(task -> task.attributes().get(ReconciliationPlan.DAY) + " "
                                + task.attributes().get(ReconciliationPlan.STATE))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
        for (TaskPlan report : reports) {
            String day = report.attributes().get(ReconciliationPlan.DAY);
            assertThat(named(tasks, ReconciliationPlan.CLOSE))
                    .filteredOn(close -> day.equals(close.attributes().get(ReconciliationPlan.DAY)))
                    .singleElement()
                    .satisfies(close -> assertThat(close.stage()).isEqualTo(report.stage() - 1));
        }
        assertThat(named(tasks, ReconciliationPlan.INTEGRITY))
                .hasSize(days)
                .allSatisfy(check -> assertThat(check.stage()).isEqualTo(2 * days));
    }

    private static List<TaskPlan> named(List<TaskPlan> tasks, String name) {
        return tasks.stream().filter(task -> task.name().equals(name)).toList();
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
        List<TaskPlan> tasks = ReconciliationPlan.of(collected, Settlement.USUAL, Instant.EPOCH)
                .tasks();
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
