package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recon.simulator.judge.ClientsUnavailable;
import recon.simulator.judge.OfficialClients;
import recon.simulator.judge.Question;
import recon.simulator.judge.Verdict;

/** The exchange's own clients judge the wallets besides spot; what they read must be the simulated truth. */
final class OfficialWalletsTest {
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
            System.getLogger(OfficialWalletsTest.class.getName()).log(System.Logger.Level.WARNING, missing);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void signAndParse_whatTheOtherWalletsShow(KeyType type) throws Exception {
        assumeTrue(installed.isPresent(), missing);
        Instant quiet = Exchange.day(2).plusSeconds(36_010);
        try (Exchange exchange = exchange(quiet)) {
            SimulatedKey key = exchange.main().key(type);
            String uid = exchange.main().uid();
            Truth truth = exchange.simulator.truth();
            List<Verdict> verdicts = ask(
                    exchange,
                    List.of(
                            Question.of("wallet", key, "fundingWallet", Map.of("needBtcValuation", "true")),
                            Question.of("wallet", key, "queryUserWalletBalance", Map.of("quoteAsset", "USDT")),
                            Question.of(
                                    "wallet",
                                    key,
                                    "queryUserUniversalTransferHistory",
                                    Map.of("type", "MAIN_FUNDING", "size", 100)),
                            Question.of("wallet", key, "assetDividendRecord", Map.of("limit", 500)),
                            Question.of("wallet", key, "dustlog", Map.of()),
                            Question.of("futures", key, "futuresAccountBalanceV3", Map.of()),
                            Question.of("futures", key, "accountInformationV3", Map.of()),
                            Question.of("futures", key, "positionInformationV3", Map.of()),
                            Question.of("futures", key, "getIncomeHistory", Map.of("limit", 1_000)),
                            Question.of("futures", key, "exchangeInformation", Map.of())));

            assertThat(truth.movedAssets(uid, "FUNDING", quiet.minusSeconds(5), exchange.simulator.exchangeTime()))
                    .as("a quiet time, so that one balance holds for all of it")
                    .isEmpty();
            assertThat(held(verdicts.get(0).data(), row -> amount(row, "free").add(amount(row, "locked"))))
                    .isNotEmpty()
                    .isEqualTo(truly(truth.balances(uid, "FUNDING", quiet)));
            assertThat(texts(verdicts.get(1).data(), "walletName")).contains("Spot", "USD-M Futures", "Earn");
            assertThat(verdicts.get(2).data().get("rows").size())
                    .isPositive()
                    .isEqualTo(verdicts.get(2).data().get("total").asInt());
            assertThat(verdicts.get(3).data().get("rows"))
                    .hasSize(truth.rows("dividends", uid, Exchange.day(-3), quiet));
            assertThat(verdicts.get(4).data().get("userAssetDribblets"))
                    .hasSize(truth.rows("dust", uid, Exchange.day(-3), quiet));
            SortedMap<String, BigDecimal> futures = truly(truth.balances(uid, "FUTURES", quiet));
            assertThat(held(verdicts.get(5).data(), row -> amount(row, "balance")))
                    .isNotEmpty()
                    .isEqualTo(futures);
            assertThat(held(verdicts.get(6).data().get("assets"), row -> amount(row, "walletBalance")))
                    .isEqualTo(futures);
            assertThat(texts(verdicts.get(7).data(), "symbol"))
                    .isEqualTo(texts(verdicts.get(6).data().get("positions"), "symbol"));
            assertThat(verdicts.get(8).data()).hasSize(truth.rows("income", uid, Exchange.day(-3), quiet));
            assertThat(texts(verdicts.get(9).data().get("symbols"), "symbol")).contains("BTCUSDT");
        }
    }

    @Test
    void readTheUsedWeightOfTheFutures_fromTheHeaders() throws Exception {
        assumeTrue(installed.isPresent(), missing);
        try (Exchange exchange = exchange(Exchange.day(1).plusSeconds(3_610))) {
            SimulatedKey key = exchange.main().key(KeyType.HMAC);
            List<Verdict> verdicts = ask(
                    exchange,
                    List.of(
                            Question.of("futures", key, "getIncomeHistory", Map.of()),
                            Question.of("futures", key, "getIncomeHistory", Map.of("incomeType", "LUCK"))));

            assertThat(verdicts.get(0).usedWeight()).isEqualTo(30);
            assertThat(verdicts.get(1).error()).isEqualTo("BadRequestError -1130");
        }
    }

    private Exchange exchange(Instant now) {
        return new Exchange(
                Exchange.settings(7).withActivities(EnumSet.allOf(Activity.class)), folder.resolve("exchange"), now);
    }

    private List<Verdict> ask(Exchange exchange, List<Question> questions) throws IOException, InterruptedException {
        return installed.orElseThrow().ask(exchange.simulator.baseUri(), folder, questions);
    }

    private static SortedMap<String, BigDecimal> held(JsonNode rows, Function<JsonNode, BigDecimal> field) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        rows.forEach(row -> held.put(row.get("asset").asText(), field.apply(row)));
        return truly(held);
    }

    private static SortedMap<String, BigDecimal> truly(SortedMap<String, BigDecimal> amounts) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        amounts.forEach((asset, amount) -> {
            if (amount.signum() != 0) {
                held.put(asset, amount.stripTrailingZeros());
            }
        });
        return held;
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.get(field).asText()));
        return texts;
    }
}
