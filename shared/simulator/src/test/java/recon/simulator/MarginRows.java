package recon.simulator;

import static recon.simulator.IndependentBooks.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds to independent books what the endpoints of margin show: balances, principal and interest, each as a wallet. */
final class MarginRows {
    /** The pairs of which an account of three has one. */
    static final List<String> PAIRS = List.of("BTCUSDT", "ETHUSDT", "BNBUSDT");

    private static final List<String> SYMBOLS =
            List.of("BTCUSDT", "ETHUSDT", "BNBUSDT", "XRPUSDT", "ADAUSDT", "LTCUSDT", "LINKUSDT");

    private final Exchange exchange;
    private final IndependentBooks books;
    private final SimulatedAccount account;
    private final String from = "startTime=" + Exchange.day(-3).toEpochMilli();

    private record Debt(long time, JsonNode row, String kind) {}

    MarginRows(Exchange exchange, IndependentBooks books, SimulatedAccount account) {
        this.exchange = exchange;
        this.books = books;
        this.account = account;
    }

    void addAll() {
        SYMBOLS.forEach(symbol -> trades(symbol, "MARGIN", ""));
        debts("MARGIN", "", "");
        for (String pair : PAIRS) {
            trades(pair, "ISOLATED_MARGIN:" + pair, "&isIsolated=TRUE");
            debts("ISOLATED_MARGIN:" + pair, "&isolatedSymbol=" + pair, "&symbol=" + pair);
        }
    }

    private void trades(String symbol, String wallet, String isolated) {
        String query = "fromId=0&limit=1000&symbol=" + symbol + isolated;
        String base = symbol.substring(0, symbol.length() - 4);
        for (JsonNode row : exchange.json(account, "/sapi/v1/margin/myTrades", query)) {
            if (books.cover(row.get("time").asLong())) {
                books.seen("margin-trades", account);
                BigDecimal sign = row.get("isBuyer").asBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate();
                BigDecimal qty = amount(row, "qty").multiply(sign);
                move(wallet, base, qty);
                move(wallet, "USDT", qty.multiply(amount(row, "price")).negate());
                move(
                        wallet,
                        row.get("commissionAsset").asText(),
                        amount(row, "commission").negate());
            }
        }
    }

    /** In the order of time, since what a liquidation pays back depends on what is owed just then. */
    private void debts(String wallet, String isolated, String flowSymbol) {
        List<Debt> debts = new ArrayList<>();
        collect(debts, "/sapi/v1/margin/borrow-repay", "type=BORROW&" + from + isolated, "BORROW");
        collect(debts, "/sapi/v1/margin/borrow-repay", "type=REPAY&" + from + isolated, "REPAY");
        collect(debts, "/sapi/v1/margin/interestHistory", from + isolated, "INTEREST");
        collect(debts, "/sapi/v1/margin/forceLiquidationRec", from + isolated, "LIQUIDATION");
        debts.sort(Comparator.comparingLong(Debt::time));
        for (Debt debt : debts) {
            if (books.cover(debt.time())) {
                add(wallet, debt, flowSymbol);
            }
        }
    }

    private void collect(List<Debt> debts, String path, String query, String kind) {
        String stamp = switch (kind) {
            case "INTEREST" -> "interestAccuredTime";
            case "LIQUIDATION" -> "updatedTime";
            default -> "timestamp";
        };
        int total = Integer.MAX_VALUE;
        for (int page = 1; (page - 1) * 100 < total; page++) {
            JsonNode answer = exchange.json(account, path, query + "&size=100&current=" + page);
            total = answer.get("total").asInt();
            answer.get("rows").forEach(row -> debts.add(new Debt(row.get(stamp).asLong(), row, kind)));
        }
    }

    private void add(String wallet, Debt debt, String flowSymbol) {
        JsonNode row = debt.row();
        String asset = row.path("asset").asText();
        switch (debt.kind()) {
            case "INTEREST" -> {
                books.seen("margin-interest", account);
                move(wallet + " interest", asset, amount(row, "interest"));
            }
            case "LIQUIDATION" -> {
                books.seen("liquidations", account);
                liquidation(wallet, row, flowSymbol);
            }
            default -> {
                books.seen("margin-loans", account);
                if (!row.get("status").asText().equals("FAILED")) {
                    BigDecimal sign = debt.kind().equals("BORROW") ? BigDecimal.ONE : BigDecimal.ONE.negate();
                    move(wallet, asset, amount(row, "amount").multiply(sign));
                    move(wallet + " loan", asset, amount(row, "principal").multiply(sign));
                    move(wallet + " interest", asset, amount(row, "interest").multiply(sign));
                }
            }
        }
    }

    /** Only the capital flow has what it cost and what it paid back. */
    private void liquidation(String wallet, JsonNode liquidation, String flowSymbol) {
        String symbol = liquidation.get("symbol").asText();
        String at = liquidation.get("updatedTime").asText();
        String query = "startTime=" + at + "&endTime=" + at + flowSymbol;
        for (JsonNode flow : exchange.json(account, "/sapi/v1/margin/capital-flow", query)) {
            String asset = flow.get("asset").asText();
            BigDecimal amount = amount(flow, "amount").abs();
            switch (flow.get("type").asText()) {
                case "SELL_LIQUIDATION" -> move(wallet, asset, symbol.startsWith(asset) ? amount.negate() : amount);
                case "LIQUIDATION_FEE" -> move(wallet, asset, amount.negate());
                case "REPAY_LIQUIDATION" -> {
                    BigDecimal interest =
                            exchange.simulator.switches().wallets().liquidationPaysInterestFirst()
                                    ? amount.min(held(wallet + " interest", asset))
                                    : amount.subtract(held(wallet + " loan", asset))
                                            .max(BigDecimal.ZERO);
                    move(wallet, asset, amount.negate());
                    move(wallet + " interest", asset, interest.negate());
                    move(wallet + " loan", asset, interest.subtract(amount));
                }
                default -> throw new AssertionError("unexpected at that instant: " + flow);
            }
        }
    }

    private BigDecimal held(String wallet, String asset) {
        return books.balances(account.uid(), wallet).getOrDefault(asset, BigDecimal.ZERO);
    }

    private void move(String wallet, String asset, BigDecimal amount) {
        books.move(account.uid(), wallet, asset, amount);
    }
}
