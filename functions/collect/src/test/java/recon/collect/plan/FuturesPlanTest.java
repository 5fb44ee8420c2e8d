package recon.collect.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.client.Credentials;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Sources;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.ledger.Account;
import recon.storage.event.FuturesRequest;
import recon.storage.work.Run;
import recon.storage.work.RunPlan;
import recon.storage.work.RunState;
import recon.storage.work.TaskPlan;

class FuturesPlanTest {
    private static final Instant AT = Instant.parse("2026-01-05T06:00:00Z");
    private static final FuturesPlan PLAN = new FuturesPlan(
            new Accounts(List.of(account("1", true), account("2", false))), Sources.all(ExchangeJson.mapper()));

    private static CollectedAccount account(String uid, boolean main) {
        return new CollectedAccount(
                new Account(uid, uid + "@example.com"), main, Credentials.hmac("key-" + uid, "secret-" + uid));
    }

    private static Run run(RunPlan plan) {
        return new Run(
                plan.runId(),
                plan.kind(),
                plan.day(),
                plan.deadline(),
                plan.attributes(),
                RunState.OPEN,
                0,
                0,
                0,
                Map.of(),
                plan.completedEventType());
    }

    private static int stage(RunPlan plan, String task) {
        return plan.tasks().stream()
                .filter(each -> each.taskId().equals(task))
                .mapToInt(TaskPlan::stage)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void runIsNamedAfterItsMoment_andEndsBeforeTheNextOne_howeverLateItIsPlanned() {
        RunPlan plan = PLAN.of(AT, AT.plusSeconds(3));
        RunPlan again = PLAN.of(AT, AT.plus(Duration.ofHours(3)));

        assertThat(plan.runId())
                .isEqualTo("collect-futures-2026-01-05T06:00:00Z")
                .isEqualTo(again.runId());
        assertThat(plan.day()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(plan.deadline()).isEqualTo(AT.plusSeconds(3 + 4 * 3_600));
        assertThat(plan.tasks()).isEqualTo(again.tasks());
    }

    @Test
    void whatIsHeldIsReadBeforeWhatMovedIt_andContractsAtLast() {
        RunPlan plan = PLAN.of(AT, AT);

        assertThat(stage(plan, "futures-positions:2"))
                .isGreaterThan(stage(plan, "api-restrictions:2"))
                .isLessThan(stage(plan, "futures-income:2"));
        assertThat(stage(plan, "futures-trades:2")).isGreaterThan(stage(plan, "futures-open-orders:2"));
        assertThat(plan.tasks())
                .filteredOn(task -> task.taskId().equals("futures-trades:1"))
                .singleElement()
                .satisfies(task -> assertThat(task.needs()).isEqualTo(Set.of("api-restrictions:1")));
        assertThat(plan.tasks()).extracting(TaskPlan::notBefore).containsOnly(AT);
        assertThat(plan.tasks())
                .extracting(TaskPlan::name)
                .doesNotContain("futures-account", "deposits", "spot-trades");
    }

    @Test
    void whatIsAskedForAgain_namesItsWindowItsContractsAndItsAccounts() {
        RunPlan plan = PLAN.of(
                new FuturesRequest(
                        "futures-resync-x",
                        List.of("2"),
                        List.of("BTCUSDT"),
                        Optional.of(LocalDate.of(2026, 1, 3)),
                        Optional.of(LocalDate.of(2026, 1, 4))),
                AT);

        assertThat(plan.runId()).isEqualTo("futures-resync-x");
        assertThat(FuturesPlan.again(run(plan)))
                .contains(new FuturesPlan.Again(
                        Instant.parse("2026-01-03T00:00:00Z"),
                        Instant.parse("2026-01-04T23:59:59.999Z"),
                        Set.of("BTCUSDT")));
        assertThat(plan.tasks())
                .extracting(TaskPlan::taskId)
                .contains("futures-trades:2")
                .doesNotContain("futures-trades:1");
        assertThat(FuturesPlan.again(run(PLAN.of(AT, AT)))).isEmpty();
    }

    @Test
    void everythingAskedForAgain_goesFromTheBeginningToNow() {
        RunPlan plan = PLAN.of(
                new FuturesRequest("futures-full-x", List.of(), List.of(), Optional.empty(), Optional.empty()), AT);

        assertThat(FuturesPlan.again(run(plan))).contains(new FuturesPlan.Again(Instant.EPOCH, AT, Set.of()));
    }

    /** One event tells the end of every collection: its attributes say what it was. */
    @Test
    void runSaysThatItClosesNoDay_andADailyOneDoesNot() {
        RunPlan daily = new DailyPlan(new Accounts(List.of()), List.of(), uid -> List.of())
                .of(LocalDate.of(2026, 1, 4), 1, AT, false);

        assertThat(PLAN.of(AT, AT).attributes())
                .containsEntry("collects", "futures")
                .containsEntry("account.2", "2@example.com");
        assertThat(FuturesPlan.is(run(PLAN.of(AT, AT)))).isTrue();
        assertThat(FuturesPlan.is(run(daily))).isFalse();
        assertThat(daily.completedEventType()).isEqualTo(PLAN.of(AT, AT).completedEventType());
    }

    @Test
    void sixRunsADay_ofWhichTheFirstReadsWholeDaysAgain() {
        Instant midnight = Instant.parse("2026-01-05T00:00:00Z");
        List<Instant> moments = FuturesPlan.moments(midnight, midnight.plus(Duration.ofDays(1)));

        assertThat(moments)
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-01-05T02:00:00Z",
                        "2026-01-05T06:00:00Z",
                        "2026-01-05T10:00:00Z",
                        "2026-01-05T14:00:00Z",
                        "2026-01-05T18:00:00Z",
                        "2026-01-05T22:00:00Z");
        assertThat(moments.stream().map(at -> FuturesPlan.firstOfItsDay(run(PLAN.of(at, at)))))
                .containsExactly(true, false, false, false, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T02:00:00Z, 2026-01-05T02:00:00Z",
        "2026-01-05T05:59:59.999Z, 2026-01-05T02:00:00Z",
        "2026-01-05T01:59:00Z, 2026-01-04T22:00:00Z",
        "2026-01-05T23:00:00Z, 2026-01-05T22:00:00Z"
    })
    void latestMoment_isTheLastOneOfTheSchedule(Instant now, Instant moment) {
        assertThat(FuturesPlan.latest(now)).isEqualTo(moment);
    }
}
