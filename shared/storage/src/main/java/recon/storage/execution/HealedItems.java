package recon.storage.execution;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.RawRefs;
import recon.storage.item.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A healed trade as an item beside the executions of its account, symbol and UTC day. */
final class HealedItems {
    /** What the sort keys begin with; those of executions are digits. */
    static final String TRADE = "trade";

    private HealedItems() {}

    static Map<String, AttributeValue> key(HealedFill fill) {
        return Table.key(
                ExecutionItems.partition(
                        fill.order().account(),
                        fill.order().symbol(),
                        LocalDate.ofInstant(fill.time(), ZoneOffset.UTC)),
                Keys.join(
                        TRADE,
                        Keys.digits(fill.tradeId(), ExecutionItems.ID_DIGITS),
                        Keys.digits(fill.order().orderId(), ExecutionItems.ID_DIGITS)));
    }

    static Item write(HealedFill fill) {
        Item.Builder item = Item.of()
                .text("account_id", fill.order().account())
                .text("symbol", fill.order().symbol())
                .number("order_id", fill.order().orderId())
                .number("trade_id", fill.tradeId())
                .time("transaction_time", fill.time())
                .amount("last_quantity", fill.quantity())
                .amount("last_quote_quantity", fill.quoteQuantity())
                .amount("last_price", fill.price())
                .amount("fee", fill.fee())
                .known("fee_asset", fill.feeAsset())
                .text("fid", RawRefs.write(fill.raw()));
        key(fill).forEach(item::with);
        return item.build();
    }

    static HealedFill read(Item item) {
        return new HealedFill(
                new OrderKey(item.text("account_id"), item.text("symbol"), item.number("order_id")),
                item.number("trade_id"),
                item.time("transaction_time"),
                item.amount("last_quantity"),
                item.amount("last_quote_quantity"),
                item.amount("last_price"),
                item.amount("fee"),
                item.maybeText("fee_asset").orElse(""),
                RawRefs.read(item.text("fid")));
    }
}
