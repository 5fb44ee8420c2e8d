package recon.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Balances folded from nothing but the rows that the endpoints give, by the rules that the switches name. */
final class IndependentBooks {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Exchange exchange;
    private final long at;
    private final Map<String, SortedMap<String, BigDecimal>> balances = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private IndependentBooks(Exchange exchange, Instant at) {
        this.exchange = exchange;
        this.at = at.toEpochMilli();
    }

    /** Everything stamped before the instant; the world must be less than seven days old. */
    static IndependentBooks before(Exchange exchange, Instant at) {
        IndependentBooks books = new IndependentBooks(exchange, at);
        JsonNode symbols = Exchange.parse(
                        exchange.send("", "/api/v3/exchangeInfo", "").body())
                .get("symbols");
        for (SimulatedAccount account : exchange.simulator.accounts()) {
            symbols.forEach(symbol -> books.trades(account, symbol));
            books.deposits(account);
            books.transfers(account);
        }
        books.withdrawals(exchange.main());
        return books;
    }

    /** Whether the books reach as far as the instant, epoch ms. */
    boolean cover(long stamp) {
        return stamp < at;
    }

    /** What the spot wallet holds; zeros left out. */
    SortedMap<String, BigDecimal> balances(String uid) {
        return balances(uid, "SPOT");
    }

    /** What a wallet holds; zeros left out. */
    SortedMap<String, BigDecimal> balances(String uid, String wallet) {
        SortedMap<String, BigDecimal> held = new TreeMap<>(balances.getOrDefault(uid + wallet, new TreeMap<>()));
        held.values().removeIf(balance -> balance.signum() == 0);
        return held;
    }

    /** How many rows of a source and account were seen; of transfers, all rows together. */
    int rows(String source) {
        return rows.getOrDefault(source, 0);
    }

    private void trades(SimulatedAccount account, JsonNode symbol) {
        String name = URLEncoder.encode(symbol.get("symbol").asText(), StandardCharsets.UTF_8);
        for (JsonNode row : exchange.json(account, "/api/v3/myTrades", "fromId=0&limit=1000&symbol=" + name)) {
            if (row.get("time").asLong() < at) {
                BigDecimal sign = row.get("isBuyer").asBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate();
                move(
                        account.uid(),
                        symbol.get("baseAsset").asText(),
                        amount(row, "qty").multiply(sign));
                move(
                        account.uid(),
                        symbol.get("quoteAsset").asText(),
                        amount(row, "quoteQty").multiply(sign).negate());
                move(
                        account.uid(),
                        row.get("commissionAsset").asText(),
                        amount(row, "commission").negate());
                rows.merge("trades " + account.uid(), 1, Integer::sum);
            }
        }
    }

    private void deposits(SimulatedAccount account) {
        for (JsonNode row : exchange.json(account, "/sapi/v1/capital/deposit/hisrec", "")) {
            int status = row.get("status").asInt();
            long credited =
                    row.path("completeTime").asLong(row.get("insertTime").asLong());
            if ((status == 1 || status == 6) && credited < at) {
                String wallet = row.get("walletType").asInt() == 1 ? "FUNDING" : "SPOT";
                move(account.uid(), wallet, row.get("coin").asText(), amount(row, "amount"));
            }
            if (row.get("insertTime").asLong() < at) {
                rows.merge("deposits " + account.uid(), 1, Integer::sum);
            }
        }
    }

    private void withdrawals(SimulatedAccount main) {
        Switches switches = exchange.simulator.switches();
        for (JsonNode row : exchange.json(main, "/sapi/v1/capital/withdraw/history", "")) {
            BigDecimal fee = switches.withdrawalAmountIsNet() ? amount(row, "transactionFee") : BigDecimal.ZERO;
            BigDecimal debit = amount(row, "amount").add(fee).negate();
            boolean refused = row.get("status").asInt() == 3;
            boolean completed = row.has("completeTime") && ms(row, "completeTime") < at;
            boolean gone = switches.withdrawalDebitedAtCompletion() ? completed : ms(row, "applyTime") < at && !refused;
            if (gone) {
                move(main.uid(), row.get("coin").asText(), debit);
            }
            if (ms(row, "applyTime") < at) {
                rows.merge("withdrawals " + main.uid(), 1, Integer::sum);
            }
        }
    }

    private void transfers(SimulatedAccount giver) {
        JsonNode answer =
                exchange.json(exchange.main(), "/sapi/v1/sub-account/universalTransfer", "fromEmail=" + giver.email());
        for (JsonNode row : answer.get("result")) {
            if (row.get("createTimeStamp").asLong() < at) {
                String receiver = uid(row.get("toEmail").asText());
                rows.merge("transfers " + giver.uid(), 1, Integer::sum);
                rows.merge("transfers " + receiver, 1, Integer::sum);
                if (row.get("status").asText().equals("SUCCESS")) {
                    String asset = row.get("asset").asText();
                    transferred(
                            giver.uid(),
                            row.get("fromAccountType"),
                            asset,
                            amount(row, "amount").negate());
                    transferred(receiver, row.get("toAccountType"), asset, amount(row, "amount"));
                }
            }
        }
    }

    /** What lies in a futures wallet is booked from its income. */
    private void transferred(String uid, JsonNode accountType, String asset, BigDecimal amount) {
        if (accountType.asText().equals("SPOT")) {
            move(uid, asset, amount);
        }
    }

    private String uid(String email) {
        return exchange.simulator.accounts().stream()
                .filter(account -> account.email().equals(email))
                .findFirst()
                .orElseThrow()
                .uid();
    }

    private void move(String uid, String asset, BigDecimal amount) {
        move(uid, "SPOT", asset, amount);
    }

    /** A movement of a wallet. */
    void move(String uid, String wallet, String asset, BigDecimal amount) {
        balances.computeIfAbsent(uid + wallet, _ -> new TreeMap<>()).merge(asset, amount, BigDecimal::add);
    }

    /** A row that was seen. */
    void seen(String source, SimulatedAccount account) {
        rows.merge(source + " " + account.uid(), 1, Integer::sum);
    }

    static BigDecimal amount(JsonNode row, String field) {
        return new BigDecimal(row.get(field).asText());
    }

    private static long ms(JsonNode row, String field) {
        return LocalDateTime.parse(row.get(field).asText(), SECONDS)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
