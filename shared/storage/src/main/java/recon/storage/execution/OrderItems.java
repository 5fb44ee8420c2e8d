package recon.storage.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderState;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;
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
                .amount("filled_quantity", state.filled().quantity())
                .amount("filled_quote_quantity", state.filled().quoteQuantity())
                .amount("ordered", state.ordered())
                .amount("seen_quantity", state.seenQuantity())
                .with("kinds", Values.numbers(state.kinds()))
                .with(
                        "fees",
                        Values.items(state.fees().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(fee -> Item.of()
                                        .text("asset", fee.getKey())
                                        .amount("amount", fee.getValue())
                                        .build())
                                .toList()))
                .time("updated_at", state.updatedAt());
        state.latest()
                .ifPresent(latest -> item.with(
                        "latest",
                        AttributeValue.fromM(ExecutionItems.attributes(latest).values())));
        state.sighting()
                .ifPresent(seen -> item.with(
                        "sighting",
                        AttributeValue.fromM(SightingItems.write(seen).values())));
        if (!state.healed().isEmpty()) {
            item.with(
                    "healed",
                    Values.list(state.healed().stream()
                            .sorted()
                            .map(id -> Long.toString(id))
                            .toList()));
        }
        state.lastExecutionId().ifPresent(id -> item.number("last_execution_id", id));
        state.lastTradeId().ifPresent(id -> item.number("last_trade_id", id));
        ExecutionItems.prevention(item, state.prevention());
        key(order.order()).forEach(item::with);
        return item.build();
    }

    static OrderRecord read(Item item) {
        List<String> partition = Keys.split(item.text(Schema.PARTITION));
        OrderKey order = new OrderKey(partition.getFirst(), partition.getLast(), Long.parseLong(item.sort()));
        OrderState state = new OrderState(
                order,
                item.has("latest") ? Optional.of(ExecutionItems.execution(item.inner("latest"))) : Optional.empty(),
                item.has("sighting")
                        ? Optional.of(SightingItems.read(order, item.inner("sighting")))
                        : Optional.empty(),
                new Filled(item.amount("filled_quantity"), item.amount("filled_quote_quantity")),
                item.amount("ordered"),
                item.amount("seen_quantity"),
                item.items("fees").stream()
                        .collect(Collectors.toUnmodifiableMap(fee -> fee.text("asset"), fee -> fee.amount("amount"))),
                ExecutionItems.prevention(item),
                item.numbers("kinds"),
                item.has("healed")
                        ? item.list("healed").stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet())
                        : Set.of(),
                ExecutionItems.maybeNumber(item, "last_execution_id"),
                ExecutionItems.maybeNumber(item, "last_trade_id"),
                item.time("updated_at"),
                item.number(REVISION));
        return new OrderRecord(state, item.text("base_asset"), item.text("quote_asset"), item.number(TOLD));
    }
}
