package recon.storage.execution;

import java.util.Map;
import java.util.stream.Collectors;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderState;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order as an item under its account and symbol. */
final class OrderItems {
    static final String REVISION = "revision";
    static final String TOLD = "told";

    private OrderItems() {}

    static Map<String, AttributeValue> key(OrderKey order) {
        return Table.key(
                Keys.join(order.account(), order.symbol()), Keys.digits(order.orderId(), ExecutionItems.ID_DIGITS));
    }

    static Item write(OrderRecord order) {
        OrderState state = order.state();
        Item.Builder item = Item.of()
                .number(REVISION, order.revision())
                .number(TOLD, order.told())
                .text("base_asset", order.baseAsset())
                .text("quote_asset", order.quoteAsset())
                .with(
                        "latest",
                        AttributeValue.fromM(
                                ExecutionItems.attributes(state.latest()).values()))
                .amount("filled_quantity", state.filled().quantity())
                .amount("filled_quote_quantity", state.filled().quoteQuantity())
                .amount("seen_quantity", state.seenQuantity())
                .with(
                        "fees",
                        Values.items(state.fees().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(fee -> Item.of()
                                        .text("asset", fee.getKey())
                                        .amount("amount", fee.getValue())
                                        .build())
                                .toList()))
                .number("last_execution_id", state.lastExecutionId())
                .time("updated_at", state.updatedAt());
        state.lastTradeId().ifPresent(id -> item.number("last_trade_id", id));
        ExecutionItems.prevention(item, state.prevention());
        key(order.order()).forEach(item::with);
        return item.build();
    }

    static OrderRecord read(Item item) {
        OrderState state = new OrderState(
                ExecutionItems.execution(item.inner("latest")),
                new Filled(item.amount("filled_quantity"), item.amount("filled_quote_quantity")),
                item.amount("seen_quantity"),
                item.items("fees").stream()
                        .collect(Collectors.toUnmodifiableMap(fee -> fee.text("asset"), fee -> fee.amount("amount"))),
                ExecutionItems.prevention(item),
                item.number("last_execution_id"),
                ExecutionItems.maybeNumber(item, "last_trade_id"),
                item.time("updated_at"),
                item.number(REVISION));
        return new OrderRecord(state, item.text("base_asset"), item.text("quote_asset"), item.number(TOLD));
    }
}
