package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExchangeInfoTest {
    private static final String PATH = "/api/v3/exchangeInfo";

    @TempDir
    private Path folder;

    @Test
    void namesTheLimitsItEnforces_andTheFieldsOfASymbol() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            JsonNode info = Exchange.parse(exchange.send("", PATH, "").body());
            JsonNode bitcoin = Exchange.parse(
                            exchange.send("", PATH, "symbol=BTCUSDT").body())
                    .get("symbols");

            assertThat(info.get("rateLimits").toString())
                    .contains("{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
                            + "\"limit\":6000}");
            assertThat(info.get("symbols")).hasSize(43);
            assertThat(info.get("sors")).as("nobody's orders are routed").isEmpty();
            assertThat(bitcoin).hasSize(1);
            assertThat(bitcoin.get(0).get("baseAsset").asText()).isEqualTo("BTC");
            assertThat(bitcoin.get(0).get("filters").toString()).contains("\"filterType\":\"LOT_SIZE\"");
            assertThat(Exchange.code(exchange.send("", PATH, "symbol=NOSUCH"))).isEqualTo(-1121);
            assertThat(exchange.send("", PATH, "symbols=%5B%22BTCUSDT%22,%22ETHBTC%22%5D")
                            .body())
                    .contains("\"ETHBTC\"", "\"BTCUSDT\"");
        }
    }

    @Test
    void closesASymbolADayAfterTheFirst_whoseTradesStayReadable() {
        try (Exchange exchange =
                new Exchange(Exchange.settings(7), folder, Exchange.day(1).minusSeconds(2))) {
            Set<String> before = closed(exchange);
            exchange.time.jumpTo(Exchange.day(1).plusSeconds(1));
            Set<String> after = closed(exchange);
            Set<String> newly = new TreeSet<>(after);
            newly.removeAll(before);

            assertThat(before).hasSize(2);
            assertThat(newly).hasSize(1);
            assertThat(exchange.json(
                            exchange.main(),
                            "/api/v3/myTrades",
                            "symbol=" + newly.iterator().next()))
                    .isNotEmpty();
        }
    }

    @Test
    void hasTradesOfClosedSymbols_onlyFromBeforeTheirEnd() {
        try (Exchange exchange = new Exchange(Exchange.settings(7), folder, Exchange.day(3))) {
            List<JsonNode> trades = new ArrayList<>();
            for (String symbol : closed(exchange)) {
                exchange.json(exchange.main(), "/api/v3/myTrades", "symbol=" + symbol)
                        .forEach(trades::add);
            }

            assertThat(trades.stream().map(row -> row.get("symbol").asText()).distinct())
                    .hasSize(3);
            assertThat(trades)
                    .allMatch(row ->
                            Instant.ofEpochMilli(row.get("time").asLong()).isBefore(Exchange.day(1)));
        }
    }

    @Test
    void takesItsSymbols_fromAListThatIsGiven() throws IOException {
        Path csv = folder.resolve("symbols.csv");
        Files.writeString(csv, """
                symbol,base_asset,quote_asset,status,is_spot_trading_allowed,is_margin_trading_allowed,tick_size,step_size
                ETHBTC,ETH,BTC,TRADING,true,true,0.000001,0.001
                BTCUSDT,BTC,USDT,TRADING,true,true,0.01,0.000001
                LTCUSDT,LTC,USDT,TRADING,true,false,0.01,0.00001
                XRPNGN,XRP,NGN,TRADING,true,false,0.01,0.1
                BNBUSDT,BNB,USDT,TRADING,false,false,0.0001,0.01
                ETHPAX,ETH,PAX,BREAK,true,false,0.01,0.00001
                """);
        try (Exchange exchange =
                new Exchange(Exchange.settings(1).withSymbolList(csv), folder.resolve("state"), Exchange.day(1))) {
            Set<String> names = new TreeSet<>();
            Exchange.parse(exchange.send("", PATH, "").body())
                    .get("symbols")
                    .forEach(symbol -> names.add(symbol.get("symbol").asText()));

            assertThat(names).containsExactlyInAnyOrder("ETHBTC", "BTCUSDT", "LTCUSDT", "ETHPAX", "币安人生USDT");
        }
    }

    private static Set<String> closed(Exchange exchange) {
        Set<String> closed = new TreeSet<>();
        Exchange.parse(exchange.send("", PATH, "").body()).get("symbols").forEach(symbol -> {
            if (symbol.get("status").asText().equals("BREAK")) {
                closed.add(symbol.get("symbol").asText());
            }
        });
        return closed;
    }
}
