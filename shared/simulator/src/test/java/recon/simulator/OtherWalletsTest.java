package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The overview of wallets, and what the master sees of its sub-accounts in the older lists. */
final class OtherWalletsTest {
    private static final String OVERVIEW = "/sapi/v1/asset/wallet/balance";
    private static final String SUB_DEPOSITS = "/sapi/v1/capital/deposit/subHisrec";
    private static final String LEGACY = "/sapi/v1/sub-account/sub/transfer/history";
    private static final SimulatorSettings ALL = Exchange.settings(7).withActivities(EnumSet.allOf(Activity.class));

    @TempDir
    private Path folder;

    @Test
    void valuesEveryKindOfWallet_inTheAssetAskedFor() {
        try (Exchange exchange = new Exchange(ALL, folder, Exchange.day(4))) {
            HttpResponse<String> response = exchange.signed(exchange.main(), OVERVIEW, "quoteAsset=USDT");
            Map<String, BigDecimal> dollars = lines(Exchange.parse(response.body()));
            Map<String, BigDecimal> bitcoin = lines(exchange.json(exchange.main(), OVERVIEW, ""));

            assertThat(response.headers().firstValue("X-SAPI-USED-IP-WEIGHT-1M"))
                    .hasValue("60");
            assertThat(dollars)
                    .containsOnlyKeys(
                            "Spot",
                            "Funding",
                            "Cross Margin",
                            "Isolated Margin",
                            "USD-M Futures",
                            "Earn",
                            "COIN-M Futures",
                            "Options",
                            "Trading Bots",
                            "Copy Trading");
            assertThat(dollars.get("Spot")).isGreaterThan(new BigDecimal("10000"));
            assertThat(dollars.get("Funding")).isGreaterThan(new BigDecimal("100"));
            assertThat(dollars.get("Earn")).isZero();
            assertThat(bitcoin.get("Spot")).isPositive().isLessThan(BigDecimal.valueOf(100));
            assertThat(Exchange.code(exchange.signed(exchange.main(), OVERVIEW, "quoteAsset=NOTHING")))
                    .isEqualTo(-1130);
        }
    }

    @Test
    void showsMoneyWhereNobodyLooks_inTheOverviewAlone() {
        SimulatorSettings broken =
                Exchange.settings(7).withSabotage(Break.UNCOLLECTED_WALLET).withBreakDay(0);
        try (Exchange plain = new Exchange(Exchange.settings(7), folder.resolve("plain"), Exchange.day(2));
                Exchange exchange = new Exchange(broken, folder.resolve("broken"), Exchange.day(2))) {
            Sabotage done = exchange.simulator.truth().sabotages().getFirst();
            SimulatedAccount account = exchange.simulator.accounts().stream()
                    .filter(each -> each.email().equals(done.email()))
                    .findFirst()
                    .orElseThrow();
            Truth truth = exchange.simulator.truth();

            assertThat(lines(exchange.json(account, OVERVIEW, "quoteAsset=USDT"))
                            .get("Earn"))
                    .isGreaterThan(BigDecimal.ONE);
            assertThat(truth.balance(account.uid(), "EARN", done.asset(), done.at()))
                    .isZero();
            assertThat(truth.balance(account.uid(), "EARN", done.asset(), Exchange.day(2)))
                    .isEqualByComparingTo(done.amount());
            assertThat(truth.balances(account.uid(), "SPOT", Exchange.day(2)))
                    .isEqualTo(plain.simulator.truth().balances(account.uid(), "SPOT", Exchange.day(2)));
        }
    }

    @Test
    void showsTheMasterASubsDeposits_withoutWhenTheyWereCompleted() {
        try (Exchange exchange = new Exchange(ALL, folder, Exchange.day(9))) {
            List<JsonNode> seen =
                    list(exchange.json(exchange.main(), SUB_DEPOSITS, "email=sub1@example.com&limit=1000"));
            List<JsonNode> own = list(exchange.json(exchange.sub(1), "/sapi/v1/capital/deposit/hisrec", ""));

            assertThat(seen.stream().map(row -> row.get("id")))
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            own.stream().map(row -> row.get("id")).toList());
            assertThat(seen).noneMatch(row -> row.has("completeTime") || row.has("travelRuleStatus"));
            assertThat(own).anyMatch(row -> row.has("completeTime"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sapi/v1/capital/deposit/subHisrec, '', -1102",
        "/sapi/v1/capital/deposit/subHisrec, email=x@example.com, -1130",
        "/sapi/v1/capital/deposit/subHisrec, email=main@example.com, -1130",
        "/sapi/v1/capital/deposit/subHisrec, email=sub1@example.com&limit=1001, -1130",
        "/sapi/v1/capital/deposit/subHisrec, email=sub1@example.com&startTime=0&endTime=7776000000, -4047",
        "/sapi/v1/sub-account/sub/transfer/history, fromEmail=sub1@example.com&toEmail=sub2@example.com, -1128",
        "/sapi/v1/sub-account/sub/transfer/history, fromEmail=x@example.com, -1130",
        "/sapi/v1/sub-account/sub/transfer/history, limit=501, -1130"
    })
    void refusesWhatIsWrong_andEverythingToASub(String path, String query, int code) {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            assertThat(Exchange.code(exchange.signed(exchange.main(), path, query)))
                    .isEqualTo(code);
            assertThat(Exchange.code(exchange.signed(exchange.sub(1), path, query)))
                    .isEqualTo(-1002);
        }
    }

    @Test
    void repeatsSomeUniversalTransfersInTheOlderHistory_andHasSomeOfItsOwn() {
        try (Exchange exchange = new Exchange(ALL, folder, Exchange.day(3))) {
            Set<Long> universal = new HashSet<>();
            Set<Long> created = new HashSet<>();
            exchange.json(exchange.main(), "/sapi/v1/sub-account/universalTransfer", "")
                    .get("result")
                    .forEach(row -> {
                        universal.add(row.get("tranId").asLong());
                        created.add(row.get("createTimeStamp").asLong());
                    });
            List<JsonNode> rows = list(exchange.json(exchange.main(), LEGACY, ""));

            assertThat(rows)
                    .isSortedAccordingTo((a, b) ->
                            Long.compare(b.get("time").asLong(), a.get("time").asLong()));
            assertThat(rows.stream().map(row -> created.contains(row.get("time").asLong())))
                    .contains(true, false);
            boolean shared = exchange.simulator.switches().transferIdsShared();
            assertThat(rows.stream()
                            .filter(row -> created.contains(row.get("time").asLong()))
                            .map(row -> universal.contains(row.get("tranId").asLong())))
                    .containsOnly(shared);
            assertThat(rows.size()).isNotEqualTo(universal.size());
            assertThat(list(exchange.json(exchange.main(), LEGACY, "page=2&limit=2")))
                    .isEqualTo(rows.subList(2, 4));
            assertThat(list(exchange.json(exchange.main(), LEGACY, "toEmail=main@example.com")))
                    .isNotEmpty()
                    .allMatch(row -> row.get("to").asText().equals("main@example.com"));
        }
    }

    private static Map<String, BigDecimal> lines(JsonNode answer) {
        Map<String, BigDecimal> lines = new LinkedHashMap<>();
        answer.forEach(line -> lines.put(line.get("walletName").asText(), IndependentBooks.amount(line, "balance")));
        return lines;
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
