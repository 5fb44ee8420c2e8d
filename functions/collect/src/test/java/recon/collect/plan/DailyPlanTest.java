package recon.collect.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import recon.binance.client.Credentials;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.ledger.Account;
import recon.storage.watermark.Watermark;
import recon.storage.work.TaskPlan;

class DailyPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant MIDNIGHT = Instant.parse("2026-01-06T00:00:00Z");

    private static List<TaskPlan> plan(Map<String, Instant> subscribed) {
        return plan(Sources.spot(ExchangeJson.mapper()), subscribed);
    }

    private static List<TaskPlan> plan(List<Source> sources, Map<String, Instant> subscribed) {
        Accounts accounts = new Accounts(List.of(account("1", true), account("2", false)));
        return new DailyPlan(
                        accounts,
                        sources,
                        uid -> Optional.ofNullable(subscribed.get(uid)).stream()
                                .map(at -> new Watermark(uid, "a", "1", at, at, Optional.empty(), Optional.empty()))
                                .toList())
                .of(DAY, 1, MIDNIGHT, false)
                .tasks();
    }

    private static CollectedAccount account(String uid, boolean main) {
        return new CollectedAccount(
                new Account(uid, uid + "@example.com"), main, Credentials.hmac("key-" + uid, "secret-" + uid));
    }

    private static List<String> checks(List<TaskPlan> tasks) {
        return tasks.stream()
                .map(TaskPlan::taskId)
                .filter(id -> id.startsWith("open-orders")
                        || id.startsWith("spot-orders")
                        || id.startsWith("order-amendments")
                        || id.startsWith("executions"))
                .toList();
    }

    @Test
    void nothingIsPlannedForTheStream_ofAccountsThatNobodyListensTo() {
        List<TaskPlan> tasks = plan(Map.of());
        assertThat(checks(tasks)).isEmpty();
        assertThat(tasks)
                .extracting(TaskPlan::taskId)
                .contains("spot-trades:1", "spot-trades:2", "spot-trades-round:1", "spot-trades-round:2");
    }

    @Test
    void ordersAndExecutionsArePlanned_ofTheAccountThatSomebodyListensTo() {
        List<TaskPlan> tasks = plan(Map.of("2", MIDNIGHT.minusSeconds(3_600)));
        assertThat(checks(tasks))
                .containsExactlyInAnyOrder("open-orders:2", "spot-orders:2", "spot-orders-round:2", "executions:2");
        assertThat(tasks.stream().filter(task -> task.name().equals("executions")))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.needs()).isEqualTo(Set.of("spot-trades:2", "spot-orders:2"));
                    assertThat(task.stage()).isEqualTo(5);
                    assertThat(task.notBefore()).isEqualTo(MIDNIGHT.plusSeconds(120));
                });
        assertThat(tasks.stream().filter(task -> task.name().equals("spot-orders")))
                .singleElement()
                .satisfies(task -> assertThat(task.stage()).isEqualTo(4));
    }

    /** A run that is planned anew, after its planner died, must have the same tasks. */
    @Test
    void aSubscriptionOfTheLastQuarterOfAnHour_isLeftToTheNextDay() {
        assertThat(checks(plan(Map.of("1", MIDNIGHT.minusSeconds(900))))).isEmpty();
        assertThat(checks(plan(Map.of("1", MIDNIGHT.minusSeconds(901))))).hasSize(4);
        assertThat(checks(plan(Map.of("1", MIDNIGHT.plusSeconds(1))))).isEmpty();
    }

    @Test
    void whatIsReadWithinAnotherSourcesTask_hasNoneOfItsOwn_butARoundAfterIt() {
        List<TaskPlan> tasks = plan(Sources.all(ExchangeJson.mapper()), Map.of());

        assertThat(tasks)
                .extracting(TaskPlan::name)
                .contains("futures-income")
                .doesNotContain("sor-allocations", "stp-orders", "futures-trades", "futures-trades-round");
        assertThat(tasks.stream().filter(task -> task.taskId().equals("sor-allocations-round:2")))
                .singleElement()
                .satisfies(task -> assertThat(task.needs()).isEqualTo(Set.of("api-restrictions:2", "spot-trades:2")));
    }
}
