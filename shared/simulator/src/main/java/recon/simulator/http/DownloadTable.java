package recon.simulator.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.simulator.draw.Draw;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.OrderState;

/**
 * The rows of a download as text. Neither columns nor the form of time are documented: a world draws whether the columns have
 * the names of the fields or titles, and in which order they stand. Times under a title are text, UTC, to the millisecond.
 */
final class DownloadTable {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Asked asked;
    private final Download download;
    private final Draw taste;
    private final boolean titled;
    private final boolean paid;

    private record Column<T>(String name, String title, Function<T, String> cell) {}

    /** @param taste in which order the columns stand */
    DownloadTable(Asked asked, Download download, Draw taste) {
        this.asked = asked;
        this.download = download;
        this.taste = taste;
        this.titled = asked.world().switches().futures().titledColumns();
        this.paid = asked.world().switches().futures().fillCommissionIsPaid();
    }

    String csv() {
        long from = download.from();
        long to = Math.min(download.to(), download.requested());
        return switch (download.kind()) {
            case INCOME ->
                text(
                        income(),
                        asked.world().historyUntil(asked.now()).income().of(download.uid()).between(from, to).stream()
                                .filter(row -> row.shown() <= download.requested()));
            case TRADE -> text(trades(), asked.contracts().fills().of(download.uid()).between(from, to).stream());
            case ORDER ->
                text(
                        orders(),
                        asked.contracts().orders().of(download.uid()).between(from, to).stream()
                                .flatMap(order -> order.at(download.requested()).stream()));
        };
    }

    private <T> String text(List<Column<T>> columns, Stream<T> rows) {
        List<Column<T>> left = new ArrayList<>(columns);
        List<Column<T>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            ordered.add(left.remove(taste.below(left.size())));
        }
        Stream<String> header = Stream.of(line(ordered, column -> titled ? column.title() : column.name()));
        return Stream.concat(
                        header,
                        rows.map(row -> line(ordered, column -> column.cell().apply(row))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static <T> String line(List<Column<T>> columns, Function<Column<T>, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(","));
    }

    private String time(long ms) {
        return titled ? TEXT.format(Instant.ofEpochMilli(ms)) : Long.toString(ms);
    }

    private List<Column<IncomeRow>> income() {
        return List.of(
                new Column<>("symbol", "Symbol", IncomeRow::symbol),
                new Column<>("incomeType", "Type", IncomeRow::type),
                new Column<>("income", "Amount", row -> Money.padded(row.amount())),
                new Column<>("asset", "Asset", IncomeRow::asset),
                new Column<>("info", "Info", IncomeRow::type),
                new Column<>("time", "Time(UTC)", row -> time(row.time())),
                new Column<>("tranId", "Transaction ID", row -> Long.toString(row.tranId())),
                new Column<>("tradeId", "Trade ID", IncomeRow::tradeId));
    }

    private List<Column<ContractFill>> trades() {
        return List.of(
                new Column<>("symbol", "Symbol", ContractFill::symbol),
                new Column<>("id", "Trade ID", row -> Long.toString(row.id())),
                new Column<>("orderId", "Order ID", row -> Long.toString(row.orderId())),
                new Column<>("side", "Side", row -> row.buyer() ? "BUY" : "SELL"),
                new Column<>("positionSide", "Position Side", row -> row.side().name()),
                new Column<>("price", "Price", row -> Money.plain(row.price())),
                new Column<>("qty", "Quantity", row -> Money.plain(row.qty())),
                new Column<>("quoteQty", "Amount", row -> Money.plain(row.quoteQty())),
                new Column<>("realizedPnl", "Realized Profit", row -> Money.plain(row.realizedPnl())),
                new Column<>(
                        "commission",
                        "Fee",
                        row -> Money.plain(
                                paid ? row.commission() : row.commission().negate())),
                new Column<>("commissionAsset", "Fee Asset", ContractFill::commissionAsset),
                new Column<>("time", "Time(UTC)", row -> time(row.time())),
                new Column<>("buyer", "Buyer", row -> Boolean.toString(row.buyer())),
                new Column<>("maker", "Maker", row -> Boolean.toString(row.maker())));
    }

    private List<Column<OrderState>> orders() {
        return List.of(
                new Column<>("symbol", "Symbol", row -> row.placement().symbol()),
                new Column<>(
                        "orderId",
                        "Order ID",
                        row -> Long.toString(row.placement().orderId())),
                new Column<>(
                        "clientOrderId",
                        "Client Order ID",
                        row -> row.placement().clientOrderId()),
                new Column<>("side", "Side", row -> row.placement().buy() ? "BUY" : "SELL"),
                new Column<>(
                        "positionSide",
                        "Position Side",
                        row -> row.placement().side().name()),
                new Column<>("type", "Type", row -> row.placement().type()),
                new Column<>(
                        "timeInForce", "Time in Force", row -> row.placement().timeInForce()),
                new Column<>("status", "Status", row -> row.status().name()),
                new Column<>(
                        "price", "Price", row -> Money.plain(row.placement().price())),
                new Column<>(
                        "origQty",
                        "Quantity",
                        row -> Money.plain(row.placement().quantity())),
                new Column<>("executedQty", "Executed", row -> Money.plain(row.executed())),
                new Column<>("avgPrice", "Average Price", row -> Money.plain(row.average())),
                new Column<>(
                        "reduceOnly",
                        "Reduce Only",
                        row -> Boolean.toString(row.placement().reduceOnly())),
                new Column<>("time", "Time(UTC)", row -> time(row.placement().created())),
                new Column<>("updateTime", "Update Time(UTC)", row -> time(row.updated())));
    }
}
