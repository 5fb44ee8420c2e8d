package recon.simulator;

import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds to independent books what the endpoints of the other wallets show, by the rules that the switches name. */
final class WalletRows {
    private static final List<Way> WAYS = List.of(
            new Way("MAIN_FUNDING", "SPOT", "FUNDING"),
            new Way("FUNDING_MAIN", "FUNDING", "SPOT"),
            new Way("MAIN_MARGIN", "SPOT", "MARGIN"),
            new Way("MARGIN_MAIN", "MARGIN", "SPOT"),
            new Way("MAIN_UMFUTURE", "SPOT", "FUTURES"),
            new Way("UMFUTURE_MAIN", "FUTURES", "SPOT"));

    private record Way(String type, String from, String to) {}

    private final Exchange exchange;
    private final IndependentBooks books;

    WalletRows(Exchange exchange, IndependentBooks books) {
        this.exchange = exchange;
        this.books = books;
    }

    void addAll() {
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            allocations(account);
            preventedMatches(account);
            legacyTransfers(account);
            ownTransfers(account);
            conversions(account);
            dust(account);
            dividends(account);
            income(account);
            new MarginRows(exchange, books, account).addAll();
        }
    }

    private void allocations(SimulatedAccount account) {
        for (String base : List.of("BTC", "ETH", "BNB")) {
            String query = "fromAllocationId=0&limit=1000&symbol=" + base + "USDT";
            for (JsonNode row : exchange.json(account, "/api/v3/myAllocations", query)) {
                if (books.cover(row.get("time").asLong())) {
                    books.seen("allocations", account);
                    BigDecimal sign = BigDecimal.valueOf(row.get("isBuyer").asBoolean() ? 1 : -1);
                    books.move(account.uid(), "SPOT", base, amount(row, "qty").multiply(sign));
                    books.move(
                            account.uid(),
                            "SPOT",
                            "USDT",
                            amount(row, "quoteQty").multiply(sign).negate());
                    spot(
                            account,
                            row.get("commissionAsset"),
                            amount(row, "commission").negate());
                }
            }
        }
    }

    private void preventedMatches(SimulatedAccount account) {
        // Each symbol of each account is more than one minute's limit allows.
        exchange.jumpTo(exchange.simulator.exchangeTime().plusSeconds(60));
        for (JsonNode symbol : Exchange.parse(
                        exchange.send("", "/api/v3/exchangeInfo", "").body())
                .get("symbols")) {
            String name = "symbol=" + URLEncoder.encode(symbol.get("symbol").asText(), StandardCharsets.UTF_8);
            for (JsonNode order : exchange.json(account, "/api/v3/allOrders", "orderId=0&limit=1000&" + name)) {
                if (order.has("preventedMatchId")) {
                    exchange.json(account, "/api/v3/myPreventedMatches", name + "&orderId=" + order.get("orderId"))
                            .forEach(row -> prevented(account, symbol, order, row));
                }
            }
        }
    }

    private void prevented(SimulatedAccount account, JsonNode symbol, JsonNode order, JsonNode row) {
        if (row.get("selfTradePreventionMode").asText().equals("TRANSFER")
                && books.cover(row.get("transactTime").asLong())) {
            books.seen("stp-transfers", account);
            BigDecimal sign = BigDecimal.valueOf(order.get("side").asText().equals("BUY") ? 1 : -1);
            BigDecimal qty = amount(
                            row,
                            row.has("makerPreventedQuantity") ? "makerPreventedQuantity" : "takerPreventedQuantity")
                    .multiply(sign);
            spot(account, symbol.get("baseAsset"), qty);
            spot(
                    account,
                    symbol.get("quoteAsset"),
                    qty.multiply(amount(row, "price")).negate());
        }
    }

    private void legacyTransfers(SimulatedAccount giver) {
        Set<String> universal = new HashSet<>();
        exchange.json(exchange.main(), "/sapi/v1/sub-account/universalTransfer", "fromEmail=" + giver.email())
                .get("result")
                .forEach(row -> universal.add(moved(row, "toEmail", "amount", "createTimeStamp")));
        String path = "/sapi/v1/sub-account/sub/transfer/history";
        for (JsonNode row : exchange.json(exchange.main(), path, "fromEmail=" + giver.email())) {
            if (books.cover(row.get("time").asLong())) {
                SimulatedAccount receiver = exchange.simulator.accounts().stream()
                        .filter(account -> account.email().equals(row.get("to").asText()))
                        .findFirst()
                        .orElseThrow();
                books.seen("legacy-transfers", giver);
                books.seen("legacy-transfers", receiver);
                if (row.get("status").asText().equals("SUCCESS")
                        && !universal.contains(moved(row, "to", "qty", "time"))) {
                    spot(giver, row.get("asset"), amount(row, "qty").negate());
                    spot(receiver, row.get("asset"), amount(row, "qty"));
                }
            }
        }
    }

    /** The same in both histories, whatever number it has. */
    private static String moved(JsonNode row, String to, String amount, String time) {
        return row.get(to).asText()
                + row.get("asset").asText()
                + amount(row, amount).stripTrailingZeros()
                + row.get(time).asLong();
    }

    private void ownTransfers(SimulatedAccount account) {
        List<Way> ways = new ArrayList<>(WAYS);
        for (String pair : MarginRows.PAIRS) {
            String wallet = "ISOLATED_MARGIN:" + pair;
            ways.add(new Way("MARGIN_ISOLATEDMARGIN&toSymbol=" + pair, "MARGIN", wallet));
            ways.add(new Way("ISOLATEDMARGIN_MARGIN&fromSymbol=" + pair, wallet, "MARGIN"));
        }
        for (Way way : ways) {
            for (JsonNode row : exchange.json(account, "/sapi/v1/asset/transfer", "size=100&type=" + way.type())
                    .get("rows")) {
                if (books.cover(row.get("timestamp").asLong())) {
                    books.seen("own-transfers", account);
                    if (!row.get("status").asText().equals("FAILED")) {
                        String asset = row.get("asset").asText();
                        own(account, way.from(), asset, amount(row, "amount").negate());
                        own(account, way.to(), asset, amount(row, "amount"));
                    }
                }
            }
        }
    }

    /** The futures' side is booked from income. */
    private void own(SimulatedAccount account, String wallet, String asset, BigDecimal amount) {
        if (!wallet.equals("FUTURES")) {
            books.move(account.uid(), wallet, asset, amount);
        }
    }

    private void income(SimulatedAccount account) {
        for (JsonNode row : Income.all(exchange, account, "")) {
            if (books.cover(row.get("time").asLong())) {
                books.seen("income", account);
                books.move(account.uid(), "FUTURES", row.get("asset").asText(), amount(row, "income"));
            }
        }
    }

    private void conversions(SimulatedAccount account) {
        long now = exchange.simulator.exchangeTime().toEpochMilli();
        String query = "limit=1000&startTime=" + (now - 30 * 86_400_000L) + "&endTime=" + now;
        for (JsonNode row :
                exchange.json(account, "/sapi/v1/convert/tradeFlow", query).get("list")) {
            if (books.cover(row.get("createTime").asLong())) {
                books.seen("convert", account);
                if (row.get("orderStatus").asText().equals("SUCCESS")) {
                    spot(
                            account,
                            row.get("fromAsset"),
                            amount(row, "fromAmount").negate());
                    spot(account, row.get("toAsset"), amount(row, "toAmount"));
                }
            }
        }
    }

    private void dust(SimulatedAccount account) {
        boolean net = exchange.simulator.switches().wallets().dustTransferIsNet();
        for (JsonNode row :
                exchange.json(account, "/sapi/v1/asset/dribblet", "").get("userAssetDribblets")) {
            if (books.cover(row.get("operateTime").asLong())) {
                books.seen("dust", account);
                for (JsonNode detail : row.get("userAssetDribbletDetails")) {
                    BigDecimal charge = net ? BigDecimal.ZERO : amount(detail, "serviceChargeAmount");
                    spot(
                            account,
                            detail.get("fromAsset"),
                            amount(detail, "amount").negate());
                    String target = detail.path("targetAsset").asText("BNB");
                    books.move(
                            account.uid(),
                            "SPOT",
                            target,
                            amount(detail, "transferedAmount").subtract(charge));
                }
            }
        }
    }

    private void dividends(SimulatedAccount account) {
        for (JsonNode row : exchange.json(account, "/sapi/v1/asset/assetDividend", "limit=500")
                .get("rows")) {
            if (books.cover(row.get("divTime").asLong())) {
                books.seen("dividends", account);
                BigDecimal direction = BigDecimal.valueOf(row.get("direction").asInt());
                spot(account, row.get("asset"), amount(row, "amount").multiply(direction));
            }
        }
    }

    private void spot(SimulatedAccount account, JsonNode asset, BigDecimal amount) {
        books.move(account.uid(), "SPOT", asset.asText(), amount);
    }
}
