package recon.storage.execution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import recon.ledger.order.Execution;
import recon.ledger.order.Fill;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderTerms;
import recon.ledger.order.Prevention;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Query;
import recon.storage.item.RawRefs;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An execution as an item under its account, symbol and UTC day. */
final class ExecutionItems {
    /** Every {@code long} has at most so many digits. */
    static final int ID_DIGITS = 19;

    private ExecutionItems() {}

    static String partition(String account, String symbol, LocalDate day) {
        return Keys.join(account, symbol, day.toString());
    }

    /** The executions of a day, without the healed trades beside them. */
    static Query query(Table executions, String account, String symbol, LocalDate day) {
        return executions
                .query(partition(account, symbol, day))
                .between(Keys.digits(0, ID_DIGITS), Keys.digits(Long.MAX_VALUE, ID_DIGITS));
    }

    static Map<String, AttributeValue> key(Execution execution) {
        return Table.key(
                partition(
                        execution.order().account(),
                        execution.order().symbol(),
                        LocalDate.ofInstant(execution.time(), ZoneOffset.UTC)),
                Keys.digits(execution.executionId(), ID_DIGITS));
    }

    static Item write(ReportedExecution reported) {
        Map<String, AttributeValue> key = key(reported.execution());
        Item.Builder item = Item.of()
                .text("base_asset", reported.baseAsset())
                .text("quote_asset", reported.quoteAsset())
                .time("event_time", reported.eventTime())
                .time("received_at", reported.receivedAt())
                .text("fid", RawRefs.write(reported.raw()))
                .all(attributes(reported.execution()));
        key.forEach(item::with);
        return item.build();
    }

    static ReportedExecution read(Item item) {
        return new ReportedExecution(
                execution(item),
                item.text("base_asset"),
                item.text("quote_asset"),
                item.time("event_time"),
                item.time("received_at"),
                RawRefs.read(item.text("fid")));
    }

    /** What the ledger knows of an execution. */
    static Item attributes(Execution execution) {
        Item.Builder item = Item.of()
                .text("account_id", execution.order().account())
                .text("symbol", execution.order().symbol())
                .number("order_id", execution.order().orderId())
                .number("execution_id", execution.executionId())
                .text("execution_type", execution.kind())
                .text("order_status", execution.status())
                .time("transaction_time", execution.time())
                .amount("filled_quantity", execution.filled().quantity())
                .amount("filled_quote_quantity", execution.filled().quoteQuantity())
                .known("reject_reason", execution.rejectReason())
                .known("expiry_reason", execution.expiryReason());
        terms(item, execution.terms());
        fill(item, execution.fill());
        prevention(item, execution.prevention());
        if (!execution.others().isEmpty()) {
            item.with("others", Values.texts(execution.others()));
        }
        return item.build();
    }

    static void terms(Item.Builder item, OrderTerms terms) {
        item.text("client_order_id", terms.clientOrderId())
                .text("side", terms.side())
                .text("order_type", terms.type())
                .text("time_in_force", terms.timeInForce())
                .amount("quantity", terms.quantity())
                .amount("price", terms.price())
                .amount("stop_price", notZero(terms.stopPrice()))
                .amount("iceberg_quantity", notZero(terms.icebergQuantity()))
                .amount("quote_quantity", notZero(terms.quoteQuantity()))
                .time("order_created_at", terms.createdAt())
                .time("working_since", terms.workingSince());
        terms.orderListId().ifPresent(id -> item.number("order_list_id", id));
    }

    private static void fill(Item.Builder item, Fill fill) {
        item.amount("last_quantity", notZero(fill.quantity()))
                .amount("last_quote_quantity", notZero(fill.quoteQuantity()))
                .amount("last_price", notZero(fill.price()))
                .amount("fee", notZero(fill.fee()))
                .known("fee_asset", fill.feeAsset())
                .flag("is_maker", fill.maker());
        fill.tradeId().ifPresent(id -> item.number("trade_id", id));
    }

    static void prevention(Item.Builder item, Prevention prevention) {
        if (!prevention.equals(Prevention.NONE)) {
            item.amount("prevented_quantity", prevention.quantity())
                    .amount("prevented_execution_quantity", prevention.executionQuantity())
                    .amount("prevented_execution_quote_quantity", prevention.executionQuoteQuantity());
        }
    }

    static Execution execution(Item item) {
        return new Execution(
                new OrderKey(item.text("account_id"), item.text("symbol"), item.number("order_id")),
                item.number("execution_id"),
                item.text("execution_type"),
                item.text("order_status"),
                item.time("transaction_time"),
                terms(item),
                new Fill(
                        item.maybeAmount("last_quantity").orElse(BigDecimal.ZERO),
                        item.maybeAmount("last_quote_quantity").orElse(BigDecimal.ZERO),
                        item.maybeAmount("last_price").orElse(BigDecimal.ZERO),
                        item.maybeAmount("fee").orElse(BigDecimal.ZERO),
                        item.maybeText("fee_asset").orElse(""),
                        maybeNumber(item, "trade_id"),
                        item.flag("is_maker")),
                new Filled(item.amount("filled_quantity"), item.amount("filled_quote_quantity")),
                prevention(item),
                item.maybeText("reject_reason").orElse(""),
                item.maybeText("expiry_reason").orElse(""),
                item.has("others") ? item.texts("others") : Map.of());
    }

    static OrderTerms terms(Item item) {
        return new OrderTerms(
                item.text("client_order_id"),
                maybeNumber(item, "order_list_id"),
                item.text("side"),
                item.text("order_type"),
                item.text("time_in_force"),
                item.amount("quantity"),
                item.amount("price"),
                item.maybeAmount("stop_price").orElse(BigDecimal.ZERO),
                item.maybeAmount("iceberg_quantity").orElse(BigDecimal.ZERO),
                item.maybeAmount("quote_quantity").orElse(BigDecimal.ZERO),
                item.time("order_created_at"),
                item.maybeTime("working_since"));
    }

    static Prevention prevention(Item item) {
        return item.has("prevented_quantity")
                ? new Prevention(
                        item.amount("prevented_quantity"),
                        item.amount("prevented_execution_quantity"),
                        item.amount("prevented_execution_quote_quantity"))
                : Prevention.NONE;
    }

    /** What is 0 is left out: most reports have many amounts that do not apply. */
    private static Optional<BigDecimal> notZero(BigDecimal amount) {
        return Optional.of(amount).filter(a -> a.signum() != 0);
    }

    static Optional<Long> maybeNumber(Item item, String name) {
        return item.has(name) ? Optional.of(item.number(name)) : Optional.empty();
    }
}
