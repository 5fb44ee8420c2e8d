package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.simulator.judge.ClientsUnavailable;
import recon.simulator.judge.OfficialClients;
import recon.simulator.judge.Question;
import recon.simulator.judge.Verdict;

/** The exchange's own clients judge the simulated one; what they read must be the simulated truth. */
final class OfficialClientsTest {
    private static final String CHINESE = "币安人生USDT";
    private static final long DAY_MS = 86_400_000;
    private static Optional<OfficialClients> installed = Optional.empty();
    private static String missing = "";

    @TempDir
    private Path folder;

    private Exchange exchange;
    private SimulatedAccount main;
    private Truth truth;
    private Instant start;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        try {
            installed = Optional.of(OfficialClients.installed());
        } catch (ClientsUnavailable e) {
            missing = e.getMessage();
            System.getLogger(OfficialClientsTest.class.getName()).log(System.Logger.Level.WARNING, missing);
        }
    }

    @BeforeEach
    void open() {
        assumeTrue(installed.isPresent(), missing);
        exchange = Exchange.ordinary(folder.resolve("exchange"));
        main = exchange.main();
        truth = exchange.simulator.truth();
        start = exchange.simulator.exchangeTime();
    }

    @AfterEach
    void close() {
        if (exchange != null) {
            exchange.close();
        }
    }

    /** What must be true of the data that a client parsed. */
    private interface Check {
        void check(Verdict verdict);
    }

    private record Endpoint(String client, String method, Map<String, Object> params, String follow, Check truth) {}

    /** The endpoints that the clients and the simulator share. Another one is another line. */
    private List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("spot", "time", Map.of(), "", this::isTheTime),
                new Endpoint("spot", "exchangeInfo", Map.of(), "", this::listsAllThatWasTraded),
                new Endpoint("spot", "exchangeInfo", Map.of("symbols", List.of(CHINESE)), "", this::isTheChineseSymbol),
                new Endpoint("spot", "getAccount", Map.of("omitZeroBalances", true), "", this::holdsWhatItHolds),
                new Endpoint("spot", "myTrades", Map.of("symbol", CHINESE, "limit", 3), "fromId", this::areChinese),
                new Endpoint("wallet", "depositHistory", Map.of("limit", 2), "offset", this::areAllDeposits),
                new Endpoint("wallet", "withdrawHistory", Map.of("limit", 2), "offset", this::areAllWithdrawals),
                new Endpoint(
                        "spot", "klines", Map.of("symbol", "BTCUSDT", "interval", "1d", "limit", 3), "", this::areDays),
                new Endpoint(
                        "wallet", "dailyAccountSnapshot", Map.of("type", "SPOT", "limit", 7), "", this::areTheBalances),
                new Endpoint("wallet", "getApiKeyPermission", Map.of(), "", this::mayReadAndMove));
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void signPageAndParse_everySharedEndpoint(KeyType type) throws Exception {
        SimulatedKey key = main.key(type);
        exchange.simulator.setRight(key.apiKey(), "permitsUniversalTransfer", true);
        List<Endpoint> endpoints = endpoints();
        List<Verdict> verdicts = ask(endpoints.stream()
                .map(each -> Question.of(each.client(), key, each.method(), each.params())
                        .paged(each.follow()))
                .toList());
        assertThat(truth.movedAssets(main.uid(), "SPOT", start.minusSeconds(5), now()))
                .as("a quiet time, so that one balance holds for all of it")
                .isEmpty();
        for (int i = 0; i < endpoints.size(); i++) {
            endpoints.get(i).truth().check(verdicts.get(i));
        }
    }

    @Test
    void findEveryTrade_whenTheyPageBySymbolAndId() throws Exception {
        List<String> symbols = List.copyOf(truth.tradedSymbols(main.uid(), start));
        List<Verdict> verdicts = ask(symbols.stream()
                .map(symbol -> Question.of(
                                "spot", main.key(KeyType.ED25519), "myTrades", Map.of("symbol", symbol, "limit", 10))
                        .paged("fromId"))
                .toList());

        int found = 0;
        for (int i = 0; i < symbols.size(); i++) {
            assertThat(verdicts.get(i).data()).isNotEmpty();
            assertThat(texts(verdicts.get(i).data(), "symbol")).containsOnly(symbols.get(i));
            found += verdicts.get(i).data().size();
        }
        assertThat(found).isEqualTo(truth.rows("trades", main.uid(), Exchange.day(-3), start));
        assertThat(verdicts).anyMatch(verdict -> verdict.pages() > 1);
    }

    @Test
    void readTheUsedWeight_fromTheHeaders() throws Exception {
        List<Verdict> verdicts =
                ask(List.of(Question.of("spot", main.key(KeyType.HMAC), "getAccount", Map.of("recvWindow", 60_000))));

        // The clock is read before: 1, and the account costs 20.
        assertThat(verdicts.getFirst().usedWeight()).isEqualTo(21);
        assertThat(exchange.simulator.counters().minutes("api:ip")).containsValue(21);
    }

    private record Mistake(Question question, String error) {}

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void meetTheDocumentedErrors_asTheirOwnErrorClasses(KeyType type) throws Exception {
        SimulatedKey key = main.key(type);
        SimulatedKey wrong =
                new SimulatedKey(type, key.apiKey(), exchange.sub(1).key(type).secret());
        SimulatedKey bad = new SimulatedKey(type, "not-a-key", key.secret());
        SimulatedKey unknown = new SimulatedKey(type, "A".repeat(64), key.secret());
        long end = start.toEpochMilli();
        Question account = Question.of("spot", key, "getAccount", Map.of());
        Question rights = Question.of("wallet", key, "getApiKeyPermission", Map.of());
        List<Mistake> mistakes = List.of(
                new Mistake(account.under(wrong), "BadRequestError -1022"),
                new Mistake(rights.under(wrong), "BadRequestError -1022"),
                new Mistake(account.under(bad), "UnauthorizedError -2014"),
                new Mistake(rights.under(bad), "UnauthorizedError -2014"),
                new Mistake(account.under(unknown), "UnauthorizedError -2015"),
                new Mistake(rights.under(unknown), "UnauthorizedError -2015"),
                new Mistake(account.skewed(-6_000), "BadRequestError -1021"),
                new Mistake(rights.skewed(2_000), "BadRequestError -1021"),
                new Mistake(trades(key, Map.of("symbol", "NOSUCHUSDT")), "BadRequestError -1121"),
                new Mistake(
                        trades(key, Map.of("symbol", "BTCUSDT", "startTime", end - DAY_MS - 1, "endTime", end)),
                        "BadRequestError -1127"),
                new Mistake(movements(key, "depositHistory", end), "BadRequestError -4047"),
                new Mistake(movements(key, "withdrawHistory", end), "BadRequestError -4047"));
        List<Verdict> verdicts = ask(mistakes.stream().map(Mistake::question).toList());

        for (int i = 0; i < mistakes.size(); i++) {
            assertThat(verdicts.get(i).error())
                    .as("%s: %s", mistakes.get(i), verdicts.get(i))
                    .isEqualTo(mistakes.get(i).error());
        }
    }

    private static Question trades(SimulatedKey key, Map<String, Object> params) {
        return Question.of("spot", key, "myTrades", params);
    }

    private static Question movements(SimulatedKey key, String method, long end) {
        return Question.of("wallet", key, method, Map.of("startTime", end - 91 * DAY_MS, "endTime", end));
    }

    private List<Verdict> ask(List<Question> questions) throws IOException, InterruptedException {
        return installed.orElseThrow().ask(exchange.simulator.baseUri(), folder, questions);
    }

    private Instant now() {
        return exchange.simulator.exchangeTime();
    }

    private void isTheTime(Verdict verdict) {
        assertThat(verdict.data().get("serverTime").asLong()).isBetween(start.toEpochMilli(), now().toEpochMilli());
    }

    private void listsAllThatWasTraded(Verdict verdict) {
        assertThat(texts(verdict.data().get("symbols"), "symbol")).containsAll(truth.tradedSymbols(main.uid(), start));
    }

    private void isTheChineseSymbol(Verdict verdict) {
        assertThat(texts(verdict.data().get("symbols"), "symbol")).containsExactly(CHINESE);
    }

    private void holdsWhatItHolds(Verdict verdict) {
        assertThat(verdict.data().get("uid").asText()).isEqualTo(main.uid());
        assertThat(held(verdict.data())).isEqualTo(truly(start)).isNotEmpty();
    }

    private static SortedMap<String, BigDecimal> held(JsonNode wallet) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        for (JsonNode row : wallet.get("balances")) {
            BigDecimal amount = new BigDecimal(row.get("free").asText())
                    .add(new BigDecimal(row.get("locked").asText()))
                    .stripTrailingZeros();
            if (amount.signum() != 0) {
                held.put(row.get("asset").asText(), amount);
            }
        }
        return held;
    }

    private SortedMap<String, BigDecimal> truly(Instant at) {
        SortedMap<String, BigDecimal> right = new TreeMap<>();
        truth.balances(main.uid(), "SPOT", at).forEach((asset, amount) -> {
            if (amount.signum() != 0) {
                right.put(asset, amount.stripTrailingZeros());
            }
        });
        return right;
    }

    private void areChinese(Verdict verdict) {
        assertThat(truth.tradedSymbols(main.uid(), start)).contains(CHINESE);
        assertThat(verdict.data()).isNotEmpty();
        assertThat(texts(verdict.data(), "symbol")).containsOnly(CHINESE);
    }

    private void areAllDeposits(Verdict verdict) {
        areAll("deposits", verdict);
    }

    private void areAllWithdrawals(Verdict verdict) {
        areAll("withdrawals", verdict);
    }

    private void areAll(String source, Verdict verdict) {
        int right = truth.rows(source, main.uid(), Exchange.day(-3), start);
        assertThat(right).as("more than one page").isGreaterThan(2);
        assertThat(verdict.pages()).isEqualTo(right / 2 + 1);
        assertThat(texts(verdict.data(), "id")).hasSize(right);
    }

    private void mayReadAndMove(Verdict verdict) {
        List<String> rights = new ArrayList<>();
        verdict.data().properties().forEach(right -> {
            if (right.getValue().asBoolean() && right.getValue().isBoolean()) {
                rights.add(right.getKey());
            }
        });
        assertThat(Set.copyOf(rights)).isEqualTo(Set.of("ipRestrict", "enableReading", "permitsUniversalTransfer"));
    }

    private void areDays(Verdict verdict) {
        assertThat(verdict.data()).hasSizeBetween(1, 3).allSatisfy(candle -> {
            assertThat(candle.get(0).asLong() % DAY_MS).as("open time").isZero();
            assertThat(candle.get(6).asLong() - candle.get(0).asLong())
                    .as("close time")
                    .isEqualTo(DAY_MS - 1);
            assertThat(new BigDecimal(candle.get(4).asText())).as("close").isPositive();
        });
    }

    private void areTheBalances(Verdict verdict) {
        assertThat(verdict.data().get("snapshotVos")).isNotEmpty().allSatisfy(day -> {
            Instant end = Instant.ofEpochMilli(day.get("updateTime").asLong());
            assertThat(end.toString()).endsWith("T23:59:59Z");
            assertThat(held(day.get("data"))).isEqualTo(truly(end));
        });
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.get(field).asText()));
        return texts;
    }
}
