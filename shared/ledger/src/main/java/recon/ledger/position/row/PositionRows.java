package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.booking.FuturesIncome;

/**
 * The rows of one account in any order and any number of pieces. A row that comes twice counts once. Of two rows with one
 * key and different content one is used, the same whichever came first, and the other is named. It keeps every row: for
 * stores that have no order of their own.
 */
public final class PositionRows {
    /**
     * A row that is left out, since another one has its key.
     *
     * @param reference the kind of row and its key
     * @param symbol the contract, or the empty text
     * @param time of the row that is used, epoch milliseconds, UTC
     * @param used what counts
     * @param left what does not
     */
    public record Conflict(String reference, String symbol, long time, String used, String left) {
        public Conflict {
            requireNonNull(reference, "reference is null");
            requireNonNull(symbol, "symbol is null");
            requireNonNull(used, "used is null");
            requireNonNull(left, "left is null");
        }
    }

    private record FillKey(String symbol, long id, long orderId) {}

    private record OrderKey(String symbol, FuturesOrder.Kind kind, long orderId) {}

    private record IncomeKey(String type, long tranId, String symbol, String asset, String tradeId) {}

    private final KeyedRows<FillKey, FuturesFill> fills = new KeyedRows<>(PositionRows::content, fill -> 0);
    private final KeyedRows<OrderKey, FuturesOrder> orders =
            new KeyedRows<>(PositionRows::content, FuturesOrder::updateTime);
    private final KeyedRows<IncomeKey, FuturesIncome> income = new KeyedRows<>(PositionRows::content, row -> 0);

    /** One more fill. */
    public void fill(FuturesFill fill) {
        fills.add(new FillKey(fill.symbol(), fill.id(), fill.orderId()), fill);
    }

    /** One more order; of one that changed the latest state counts. */
    public void order(FuturesOrder order) {
        orders.add(new OrderKey(order.symbol(), order.kind(), order.orderId()), order);
    }

    /** One more income row. */
    public void income(FuturesIncome row) {
        income.add(new IncomeKey(row.incomeType(), row.tranId(), row.symbol(), row.asset(), row.tradeId()), row);
    }

    /**
     * Takes in what files of the history say of the same account. Files do not have every field: where a row stands here as
     * well, it is the one that counts, and what a file does not say is no contradiction.
     */
    public void takeIn(PositionRows files) {
        fills.takeIn(files.fills, FuturesFill::completedBy);
        orders.takeIn(files.orders, FuturesOrder::completedBy);
        income.takeIn(files.income, (row, known) -> row);
    }

    /** In {@link FuturesFill#ORDER}. */
    public List<FuturesFill> fills() {
        return fills.rows().stream().sorted(FuturesFill.ORDER).toList();
    }

    /** In {@link FuturesOrder#ORDER}. */
    public List<FuturesOrder> orders() {
        return orders.rows().stream().sorted(FuturesOrder.ORDER).toList();
    }

    /** In the order that is given. */
    public List<FuturesIncome> income(Comparator<FuturesIncome> order) {
        return income.rows().stream().sorted(order).toList();
    }

    /** How many rows are kept. */
    public int size() {
        return fills.rows().size() + orders.rows().size() + income.rows().size();
    }

    /** What was left out. */
    public List<Conflict> conflicts() {
        return Stream.of(
                        fills.left()
                                .map(left -> new Conflict(
                                        "fill " + left.key().id() + " of order "
                                                + left.key().orderId(),
                                        left.key().symbol(),
                                        left.row().time(),
                                        left.used(),
                                        left.left())),
                        orders.left()
                                .map(left -> new Conflict(
                                        "order " + left.key().orderId(),
                                        left.key().symbol(),
                                        left.row().time(),
                                        left.used(),
                                        left.left())),
                        income.left()
                                .map(left -> new Conflict(
                                        "income " + left.key().type() + " "
                                                + left.key().tranId(),
                                        left.key().symbol(),
                                        left.row().time().toEpochMilli(),
                                        left.used(),
                                        left.left())))
                .flatMap(all -> all)
                .sorted(Comparator.comparing(Conflict::reference)
                        .thenComparing(Conflict::symbol)
                        .thenComparing(Conflict::left))
                .toList();
    }

    private static String content(FuturesFill fill) {
        return said(
                fill.positionSide(),
                fill.buyer() ? "BUY" : "SELL",
                fill.maker() ? "maker" : "taker",
                fill.quantity(),
                "at",
                fill.price(),
                "profit",
                fill.realizedPnl(),
                "fee",
                fill.commission(),
                fill.commissionAsset(),
                fill.marginAsset(),
                "time",
                fill.time());
    }

    private static String content(FuturesOrder order) {
        return said(
                order.positionSide(),
                order.buyer() ? "BUY" : "SELL",
                order.type(),
                order.status(),
                order.quantity(),
                "executed",
                order.executed(),
                "trigger",
                order.trigger(),
                order.closing() ? "reduces" : "",
                order.forced(),
                order.triggeredId(),
                "time",
                order.time());
    }

    private static String content(FuturesIncome row) {
        return said(row.income(), row.asset(), "time", row.time().toEpochMilli());
    }

    private static String said(Object... parts) {
        return Stream.of(parts)
                .map(part -> part instanceof BigDecimal amount
                        ? amount.stripTrailingZeros().toPlainString()
                        : part.toString())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
