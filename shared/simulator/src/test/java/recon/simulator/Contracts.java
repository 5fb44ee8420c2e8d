package recon.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import recon.simulator.futures.ContractFill;

/** Reads what an account did in contracts, page by page, and names rows so that they can be compared. */
final class Contracts {
    static final String TRADES = "/fapi/v1/userTrades";

    private Contracts() {}

    /** All contracts of the exchange, encoded for a query. */
    static List<String> symbols(Exchange exchange) {
        List<String> symbols = new ArrayList<>();
        Exchange.parse(exchange.send("", "/fapi/v1/exchangeInfo", "").body())
                .get("symbols")
                .forEach(row -> symbols.add(encoded(row.get("symbol").asText())));
        return symbols;
    }

    static String encoded(String symbol) {
        return URLEncoder.encode(symbol, StandardCharsets.UTF_8);
    }

    /** All fills that can be had by id, in pages of a size. */
    static List<String> fills(Exchange exchange, SimulatedAccount account, int limit) {
        List<String> all = new ArrayList<>();
        for (String symbol : symbols(exchange)) {
            long from = 0;
            JsonNode page;
            do {
                page = exchange.json(account, TRADES, "symbol=" + symbol + "&fromId=" + from + "&limit=" + limit);
                page.forEach(row -> all.add(fill(row)));
                from = page.isEmpty()
                        ? from
                        : page.get(page.size() - 1).get("id").asLong() + 1;
            } while (page.size() == limit);
        }
        return all;
    }

    /** A row of fills in one line, the commission apart. */
    static String fill(JsonNode row) {
        return Stream.of("symbol", "id", "orderId", "time", "side", "positionSide", "buyer", "maker")
                        .map(field -> row.get(field).asText())
                        .toList()
                + amounts(
                        row.get("price").asText(),
                        row.get("qty").asText(),
                        row.get("quoteQty").asText(),
                        row.get("realizedPnl").asText())
                + row.get("commissionAsset").asText();
    }

    /** The same of the truth. */
    static String fill(ContractFill row) {
        return List.of(
                        row.symbol(),
                        Long.toString(row.id()),
                        Long.toString(row.orderId()),
                        Long.toString(row.time()),
                        row.buyer() ? "BUY" : "SELL",
                        row.side().name(),
                        Boolean.toString(row.buyer()),
                        Boolean.toString(row.maker()))
                + amounts(
                        row.price().toPlainString(),
                        row.qty().toPlainString(),
                        row.quoteQty().toPlainString(),
                        row.realizedPnl().toPlainString())
                + row.commissionAsset();
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }

    private static String amounts(String... texts) {
        return Stream.of(texts)
                .map(text -> plain(new BigDecimal(text)))
                .toList()
                .toString();
    }
}
