package recon.collect.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charge;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.budget.RateBudget;
import recon.binance.client.ExchangeClient;
import recon.binance.client.Hosts;
import recon.binance.client.Received;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.collect.account.Accounts;
import recon.collect.plan.DailyPlan;
import recon.collect.plan.FuturesPlan;
import recon.ledger.setting.Settlement;
import recon.storage.event.FuturesRequest;
import recon.storage.registry.Registry;
import recon.storage.testing.Installation;
import recon.storage.work.Run;
import recon.storage.work.RunState;
import recon.storage.work.Task;
import recon.storage.work.TaskState;

class WindowsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-10");
    private static final Instant NOW = Instant.parse("2026-01-11T00:02:00Z");

    /** Lets everything pass: nothing here is about limits. */
    private static final class Unlimited implements RateBudget {
        @Override
        public Optional<Instant> reserve(
                List<Charge> charges, recon.binance.budget.Windows windows, Instant exchangeNow) {
            return Optional.empty();
        }

        @Override
        public void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int used) {}

        @Override
        public void halt(String gate, Instant until) {}
    }

    private static ExchangeTime time(ObjectMapper json) {
        byte[] answer = ("{\"serverTime\":" + NOW.toEpochMilli() + "}").getBytes(UTF_8);
        return new ExchangeTime(
                new ExchangeClient(
                        Hosts.PRODUCTION,
                        (method, address, headers) -> new Received(
                                200, Map.of("content-type", "application/json"), answer, true, Optional.empty()),
                        () -> NOW,
                        new Unlimited(),
                        () -> new Charges(Limits.DOCUMENTED, "nat"),
                        json),
                () -> NOW);
    }

    /** Income is read again for two days by itself, deposits for seven. */
    @ParameterizedTest
    @CsvSource({
        "futures-income, 1, 2026-01-08",
        "futures-income, 2, 2026-01-08",
        "futures-income, 3, 2026-01-08",
        "futures-income, 4, 2026-01-07",
        "futures-income, 7, 2026-01-04",
        "borrow-repay, 7, 2026-01-04",
        "deposits, 7, 2026-01-03",
    })
    void dailyRun_readsAgain_asFarAsTheDayThatIsClosedForGood(String name, int settleDays, LocalDate from) {
        TaskCursor cursor = begin(name, settleDays, run(Map.of()));

        assertThat(cursor.from()).isEqualTo(from + "T00:00:00Z");
        assertThat(cursor.to()).isEqualTo(NOW);
    }

    /**
     * Fills and orders are read to now, or the capture of positions in the same run would be held against fills that nobody
     * asked for.
     */
    @ParameterizedTest
    @CsvSource({
        "futures-income, 2026-01-04T23:59:59.999Z",
        "futures-force-orders, 2026-01-04T23:59:59.999Z",
        "futures-trades, 2026-01-11T00:02:00Z",
        "futures-orders, 2026-01-11T00:02:00Z",
        "futures-algo-orders, 2026-01-11T00:02:00Z",
    })
    void windowReadAgain_endsWithItsLastDay_exceptContractByContract(String name, Instant to) {
        FuturesRequest request = new FuturesRequest(
                FuturesRequest.WINDOW + "1",
                List.of(),
                List.of(),
                Optional.of(LocalDate.parse("2026-01-03")),
                Optional.of(LocalDate.parse("2026-01-04")));
        FuturesPlan plan = new FuturesPlan(new Accounts(List.of()), Sources.all(ExchangeJson.mapper()));

        TaskCursor cursor = begin(name, 2, run(plan.of(request, NOW).attributes()));

        assertThat(cursor.from()).isEqualTo("2026-01-03T00:00:00Z");
        assertThat(cursor.to()).isEqualTo(to);
    }

    private static TaskCursor begin(String name, int settleDays, Run run) {
        Installation installation = Installation.fresh();
        ObjectMapper json = ExchangeJson.mapper();
        Source source = Sources.all(json).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Windows(
                        new Registry(installation.clients(), installation.settings()),
                        time(json),
                        new Settlement(settleDays))
                .begin(task(name), run, source);
    }

    private static Run run(Map<String, String> attributes) {
        return new Run(
                DailyPlan.runId(DAY, 1),
                DailyPlan.KIND,
                DAY,
                NOW,
                attributes,
                RunState.OPEN,
                1,
                1,
                0,
                Map.of(),
                "CollectionCompleted");
    }

    private static Task task(String name) {
        return new Task(
                DailyPlan.runId(DAY, 1),
                name + ":1",
                name,
                "1",
                2,
                Set.of(),
                TaskState.RUNNING,
                Map.of(),
                Map.of(),
                Instant.EPOCH,
                1,
                0,
                Map.of(),
                "");
    }
}
