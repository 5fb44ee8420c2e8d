package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The futures wallet and its positions, in every view. */
final class FuturesWalletTest {
    private static final Set<Activity> FUTURES = Set.of(Activity.FUTURES);

    @TempDir
    private Path folder;

    @Test
    void hasTheWalletAndItsPositions_inEveryView() {
        try (Exchange exchange = exchange(7, Exchange.day(4).plusSeconds(7_000))) {
            exchange.simulator.accounts().forEach(account -> {
                JsonNode whole = exchange.json(account, "/fapi/v3/account", "");
                List<JsonNode> balance = list(exchange.json(account, "/fapi/v3/balance", ""));
                List<JsonNode> risk = list(exchange.json(account, "/fapi/v3/positionRisk", ""));
                SortedMap<String, BigDecimal> truth = exchange.simulator
                        .truth()
                        .balances(account.uid(), "FUTURES", exchange.simulator.exchangeTime());

                assertThat(truth).containsKeys("USDT");
                assertThat(balance)
                        .hasSize(4)
                        .allSatisfy(row -> assertThat(amount(row, "balance"))
                                .isEqualByComparingTo(
                                        truth.getOrDefault(row.get("asset").asText(), BigDecimal.ZERO)));
                assertThat(list(whole.get("assets")))
                        .allSatisfy(row -> assertThat(amount(row, "walletBalance"))
                                .isEqualByComparingTo(
                                        truth.getOrDefault(row.get("asset").asText(), BigDecimal.ZERO)));
                assertThat(amount(whole, "totalWalletBalance")).isEqualByComparingTo(truth.get("USDT"));
                assertThat(amount(whole, "totalUnrealizedProfit"))
                        .isEqualByComparingTo(list(whole.get("positions")).stream()
                                .map(row -> amount(row, "unrealizedProfit"))
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
                assertThat(risk)
                        .allSatisfy(row -> assertThat(amount(row, "unRealizedProfit"))
                                .isEqualByComparingTo(amount(row, "markPrice")
                                        .subtract(amount(row, "entryPrice"))
                                        .multiply(amount(row, "positionAmt"))
                                        .setScale(8, RoundingMode.HALF_EVEN)));
                assertThat(risk.stream().map(row -> row.get("symbol").asText() + row.get("positionAmt")))
                        .isNotEmpty()
                        .containsExactlyElementsOf(list(whole.get("positions")).stream()
                                .map(row -> row.get("symbol").asText() + row.get("positionAmt"))
                                .toList());
            });
        }
    }

    @Test
    void showsFundingLate_whereTheSwitchSaysSo() {
        long seed = 1;
        while (WalletSwitches.drawnBy(seed).fundingEffectDelay().toSeconds() < 5) {
            seed++;
        }
        try (Exchange exchange = exchange(seed, Exchange.day(4).plusMillis(1_000))) {
            Truth truth = exchange.simulator.truth();
            List<SimulatedAccount> paid = exchange.simulator.accounts().stream()
                    .filter(account -> truth.movedAssets(
                                    account.uid(),
                                    "FUTURES",
                                    Exchange.day(4),
                                    Exchange.day(4).plusMillis(1))
                            .contains("USDT"))
                    .toList();
            String hour = "incomeType=FUNDING_FEE&startTime=" + Exchange.day(4).toEpochMilli();
            assertThat(paid).isNotEmpty().allSatisfy(account -> {
                exchange.jumpTo(Exchange.day(4).plusMillis(1_000));
                assertThat(dollars(exchange, account))
                        .isEqualByComparingTo(truth.balance(account.uid(), "FUTURES", "USDT", Exchange.day(4)));
                assertThat(exchange.json(account, Income.PATH, hour)).isEmpty();
                exchange.jumpTo(Exchange.day(4).plusSeconds(56));
                Instant now = exchange.simulator.exchangeTime();
                assertThat(dollars(exchange, account))
                        .isEqualByComparingTo(truth.balance(account.uid(), "FUTURES", "USDT", now));
                assertThat(exchange.json(account, Income.PATH, hour)).isNotEmpty();
            });
        }
    }

    @Test
    void showsSnapshotsOfTheWallet_asItWasASecondBeforeMidnight() {
        try (Exchange exchange = exchange(7, Exchange.day(4))) {
            List<JsonNode> rows = list(exchange.json(exchange.main(), "/sapi/v1/accountSnapshot", "type=FUTURES")
                    .get("snapshotVos"));

            assertThat(rows).hasSizeGreaterThan(4).allSatisfy(row -> {
                SortedMap<String, BigDecimal> shown = new TreeMap<>();
                row.get("data")
                        .get("assets")
                        .forEach(asset -> shown.put(
                                asset.get("asset").asText(),
                                amount(asset, "walletBalance").stripTrailingZeros()));
                SortedMap<String, BigDecimal> truth = new TreeMap<>();
                exchange.simulator
                        .truth()
                        .balances(
                                exchange.main().uid(),
                                "FUTURES",
                                Instant.ofEpochMilli(row.get("updateTime").asLong()))
                        .forEach((asset, held) -> truth.put(asset, held.stripTrailingZeros()));
                assertThat(shown).isEqualTo(truth);
                assertThat(row.get("type").asText()).isEqualTo("futures");
            });
            assertThat(rows).anyMatch(row -> !row.get("data").get("position").isEmpty());
        }
    }

    @Test
    void listsContracts_limitsAndTheTime() {
        try (Exchange exchange = exchange(7, Exchange.day(1))) {
            JsonNode info = Exchange.parse(
                    exchange.send("", "/fapi/v1/exchangeInfo", "").body());
            JsonNode time =
                    Exchange.parse(exchange.send("", "/fapi/v1/time", "").body());

            assertThat(info.get("rateLimits").get(0).get("limit").asInt()).isEqualTo(2_400);
            assertThat(list(info.get("symbols")).stream()
                            .map(row -> row.get("symbol").asText()))
                    .contains("BTCUSDT", "币安人生USDT");
            assertThat(list(info.get("symbols")))
                    .allMatch(row -> row.get("marginAsset").asText().equals("USDT"));
            assertThat(time.get("serverTime").asLong())
                    .isBetween(
                            Exchange.day(1).toEpochMilli(),
                            exchange.simulator.exchangeTime().toEpochMilli());
        }
    }

    private Exchange exchange(long seed, Instant now) {
        return new Exchange(Exchange.settings(seed).withActivities(FUTURES), folder, now);
    }

    private static BigDecimal dollars(Exchange exchange, SimulatedAccount account) {
        return amount(exchange.json(account, "/fapi/v3/balance", "").get(0), "balance");
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
