package recon.binance.futuresdownloads;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns that a file of one kind may have.
 *
 * @param titles the field's name by the title that a column may have instead
 * @param spare fields that nothing is missing without
 */
record Columns(Map<String, String> titles, Set<String> spare) {
    private static final Columns INCOME = new Columns(
            Map.ofEntries(
                    entry("Symbol", "symbol"),
                    entry("Type", "incomeType"),
                    entry("Amount", "income"),
                    entry("Asset", "asset"),
                    entry("Info", "info"),
                    entry("Time(UTC)", "time"),
                    entry("Transaction ID", "tranId"),
                    entry("Trade ID", "tradeId")),
            Set.of("info"));
    private static final Columns TRADE = new Columns(
            Map.ofEntries(
                    entry("Symbol", "symbol"),
                    entry("Trade ID", "id"),
                    entry("Order ID", "orderId"),
                    entry("Side", "side"),
                    entry("Position Side", "positionSide"),
                    entry("Price", "price"),
                    entry("Quantity", "qty"),
                    entry("Amount", "quoteQty"),
                    entry("Realized Profit", "realizedPnl"),
                    entry("Fee", "commission"),
                    entry("Fee Asset", "commissionAsset"),
                    entry("Time(UTC)", "time"),
                    entry("Buyer", "buyer"),
                    entry("Maker", "maker")),
            Set.of("quoteQty", "buyer"));
    private static final Columns ORDER = new Columns(
            Map.ofEntries(
                    entry("Symbol", "symbol"),
                    entry("Order ID", "orderId"),
                    entry("Client Order ID", "clientOrderId"),
                    entry("Side", "side"),
                    entry("Position Side", "positionSide"),
                    entry("Type", "type"),
                    entry("Time in Force", "timeInForce"),
                    entry("Status", "status"),
                    entry("Price", "price"),
                    entry("Quantity", "origQty"),
                    entry("Executed", "executedQty"),
                    entry("Average Price", "avgPrice"),
                    entry("Reduce Only", "reduceOnly"),
                    entry("Time(UTC)", "time"),
                    entry("Update Time(UTC)", "updateTime")),
            Set.of("timeInForce", "price", "avgPrice", "reduceOnly"));

    Columns {
        titles = Map.copyOf(titles);
        spare = Set.copyOf(spare);
    }

    static Columns of(DownloadKind kind) {
        return switch (kind) {
            case INCOME -> INCOME;
            case TRADE -> TRADE;
            case ORDER -> ORDER;
        };
    }

    /** The field that a column has, by its name or its title; the name itself where nobody knows it. */
    String field(String name) {
        return requireNonNull(titles.getOrDefault(name, name));
    }

    boolean knows(String field) {
        return titles.containsValue(field);
    }

    /** Whether nothing is missing and nothing stands there twice. */
    boolean complete(List<String> fields) {
        Set<String> missing = new HashSet<>(titles.values());
        fields.forEach(missing::remove);
        missing.removeAll(spare);
        return missing.isEmpty() && new HashSet<>(fields).size() == fields.size();
    }
}
