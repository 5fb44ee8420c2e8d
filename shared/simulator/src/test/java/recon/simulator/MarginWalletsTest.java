package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What margin wallets hold and owe, in every view. */
final class MarginWalletsTest {
    private static final Set<Activity> MARGIN = Set.of(Activity.MARGIN, Activity.ISOLATED_MARGIN);
    private static final String ISOLATED = "/sapi/v1/margin/isolated/account";

    @TempDir
    private Path folder;

    @Test
    void showsWhatIsHeldAndOwed_inTheAccountAndInTheSnapshot() {
        try (Exchange exchange = exchange(7, Exchange.day(4).plusSeconds(7_300))) {
            Truth truth = exchange.simulator.truth();
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                JsonNode shown = exchange.json(account, "/sapi/v1/margin/account", "");
                Instant now = exchange.simulator.exchangeTime();
                String uid = account.uid();
                assertDebts(list(shown.get("userAssets")), truth, uid, "MARGIN", now);
                assertThat(truth.borrowed(uid, "MARGIN", now)).isNotEmpty();
                assertThat(amount(shown, "totalNetAssetOfBtc")).isPositive();
                List<JsonNode> snapshots = list(exchange.json(account, "/sapi/v1/accountSnapshot", "type=MARGIN")
                        .get("snapshotVos"));
                assertThat(snapshots)
                        .hasSizeGreaterThan(4)
                        .allSatisfy(row -> assertDebts(
                                list(row.get("data").get("userAssets")),
                                truth,
                                uid,
                                "MARGIN",
                                Instant.ofEpochMilli(row.get("updateTime").asLong())));
            }
        }
    }

    @Test
    void showsTheWalletsOfPairs_allOrThoseAskedFor() {
        try (Exchange exchange = exchange(7, Exchange.day(4).plusSeconds(7_300))) {
            Truth truth = exchange.simulator.truth();
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                JsonNode all = exchange.json(account, ISOLATED, "");
                Instant now = exchange.simulator.exchangeTime();
                assertThat(list(all.get("assets"))).singleElement().satisfies(pair -> {
                    String symbol = pair.get("symbol").asText();
                    List<JsonNode> sides = List.of(pair.get("baseAsset"), pair.get("quoteAsset"));
                    assertThat(symbol)
                            .isEqualTo(sides.get(0).get("asset").asText()
                                    + sides.get(1).get("asset").asText());
                    assertDebts(sides, truth, account.uid(), "ISOLATED_MARGIN:" + symbol, now);
                    assertThat(exchange.json(account, ISOLATED, "symbols=" + symbol)
                                    .has("totalAssetOfBtc"))
                            .isFalse();
                });
                assertThat(amount(all, "totalAssetOfBtc")).isPositive();
            }
            assertThat(list(exchange.json(exchange.main(), ISOLATED, "symbols=LTCUSDT,BTCUSDT")
                                    .get("assets"))
                            .stream()
                            .map(row -> row.get("symbol").asText()))
                    .containsExactly("LTCUSDT", "BTCUSDT");
        }
    }

    private Exchange exchange(long seed, Instant now) {
        return new Exchange(Exchange.settings(seed).withActivities(MARGIN), folder, now);
    }

    private static void assertDebts(List<JsonNode> rows, Truth truth, String uid, String wallet, Instant at) {
        assertThat(column(rows, row -> amount(row, "free").add(amount(row, "locked"))))
                .isEqualTo(plain(truth.balances(uid, wallet, at)));
        assertThat(column(rows, row -> amount(row, "borrowed"))).isEqualTo(plain(truth.borrowed(uid, wallet, at)));
        assertThat(column(rows, row -> amount(row, "interest"))).isEqualTo(plain(truth.interest(uid, wallet, at)));
        assertThat(rows)
                .allSatisfy(row -> assertThat(amount(row, "netAsset"))
                        .isEqualByComparingTo(amount(row, "free")
                                .add(amount(row, "locked"))
                                .subtract(amount(row, "borrowed"))
                                .subtract(amount(row, "interest"))));
    }

    private static SortedMap<String, BigDecimal> column(List<JsonNode> rows, Function<JsonNode, BigDecimal> field) {
        SortedMap<String, BigDecimal> column = new TreeMap<>();
        rows.forEach(row -> column.put(row.get("asset").asText(), field.apply(row)));
        column.values().removeIf(amount -> amount.signum() == 0);
        return plain(column);
    }

    private static SortedMap<String, BigDecimal> plain(SortedMap<String, BigDecimal> amounts) {
        SortedMap<String, BigDecimal> plain = new TreeMap<>();
        amounts.forEach((asset, amount) -> plain.put(asset, amount.stripTrailingZeros()));
        return plain;
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
