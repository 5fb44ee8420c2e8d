package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static recon.simulator.Contracts.list;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.simulator.judge.ClientsUnavailable;
import recon.simulator.judge.OfficialClients;
import recon.simulator.judge.Question;
import recon.simulator.judge.Verdict;

/** The exchange's own client judges the contracts; what it reads must be the simulated truth. */
final class OfficialFuturesTest {
    private static Optional<OfficialClients> installed = Optional.empty();
    private static String missing = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        try {
            installed = Optional.of(OfficialClients.installed());
        } catch (ClientsUnavailable e) {
            missing = e.getMessage();
            System.getLogger(OfficialFuturesTest.class.getName()).log(System.Logger.Level.WARNING, missing);
        }
    }

    @Test
    void readsContracts_asTheTruthHasThem() throws Exception {
        assumeTrue(installed.isPresent(), missing);
        Instant quiet = Exchange.day(2).plusSeconds(36_010);
        SimulatorSettings settings = Exchange.settings(7).withActivities(Set.of(Activity.FUTURES));
        try (Exchange exchange = new Exchange(settings, folder.resolve("exchange"), quiet)) {
            SimulatedAccount account = exchange.sub(1);
            SimulatedKey key = account.key(KeyType.ED25519);
            long now = exchange.simulator.exchangeTime().toEpochMilli();
            Map<String, Object> bitcoin = Map.of("symbol", "BTCUSDT", "limit", 1_000);
            List<Verdict> verdicts = installed
                    .orElseThrow()
                    .ask(
                            exchange.simulator.baseUri(),
                            folder,
                            List.of(
                                    Question.of("futures", key, "accountTradeList", bitcoin),
                                    Question.of("futures", key, "allOrders", bitcoin),
                                    Question.of("futures", key, "currentAllOpenOrders", Map.of()),
                                    Question.of("futures", key, "queryAllAlgoOrders", bitcoin),
                                    Question.of("futures", key, "currentAllAlgoOpenOrders", Map.of()),
                                    Question.of("futures", key, "usersForceOrders", Map.of("limit", 100)),
                                    Question.of("futures", key, "positionInformationV3", Map.of()),
                                    Question.of("futures", key, "symbolConfiguration", Map.of()),
                                    Question.of("futures", key, "notionalAndLeverageBrackets", Map.of()),
                                    Question.of("futures", key, "getCurrentPositionMode", Map.of()),
                                    Question.of("futures", key, "getFundingRateHistory", Map.of("symbol", "BTCUSDT")),
                                    Question.of(
                                            "futures",
                                            key,
                                            "klineCandlestickData",
                                            Map.of("symbol", "BTCUSDT", "interval", "1m", "limit", 5)),
                                    Question.of(
                                            "futures",
                                            key,
                                            "getDownloadIdForFuturesTradeHistory",
                                            Map.of("startTime", now - 1_000, "endTime", now))));
            Truth truth = exchange.simulator.truth();
            Instant then = exchange.simulator.exchangeTime();

            assertThat(list(verdicts.get(0).data()).stream().map(Contracts::fill))
                    .isNotEmpty()
                    .containsExactlyElementsOf(truth.contractFills(account.uid(), Exchange.day(-3), then).stream()
                            .filter(row -> row.symbol().equals("BTCUSDT"))
                            .map(Contracts::fill)
                            .toList());
            assertThat(executed(verdicts.get(1).data()))
                    .isEqualByComparingTo(truth.contractFills(account.uid(), Exchange.day(-3), then).stream()
                            .filter(row -> row.symbol().equals("BTCUSDT"))
                            .map(row -> row.qty())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(verdicts.get(2).data()).isNotEmpty();
            assertThat(verdicts.get(3).data()).isNotEmpty();
            assertThat(list(verdicts.get(4).data()))
                    .allMatch(row -> row.get("algoStatus").asText().equals("NEW"));
            assertThat(verdicts.get(5).data().isArray()).isTrue();
            assertThat(list(verdicts.get(6).data()).stream()
                            .filter(row -> amount(row, "positionAmt").signum() != 0))
                    .hasSize(Math.toIntExact(truth.positions(account.uid(), then).stream()
                            .filter(life -> life.closed().isEmpty())
                            .count()));
            assertThat(verdicts.get(7).data()).hasSize(7);
            assertThat(verdicts.get(8).data()).hasSize(7);
            assertThat(verdicts.get(9).data().get("dualSidePosition").isBoolean())
                    .isTrue();
            assertThat(verdicts.get(10).data()).hasSize(200);
            assertThat(verdicts.get(11).data()).hasSize(5);
            assertThat(verdicts.get(12).data().get("downloadId").asText()).matches("\\d{18}");
        }
    }

    private static BigDecimal executed(JsonNode orders) {
        return list(orders).stream().map(row -> amount(row, "executedQty")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
