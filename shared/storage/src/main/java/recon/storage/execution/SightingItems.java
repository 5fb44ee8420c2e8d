package recon.storage.execution;

import java.math.BigDecimal;
import java.util.Optional;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderSighting;
import recon.storage.item.Item;
import recon.storage.item.RawRefs;

/** What the exchange listed of an order, inside the order's item. */
final class SightingItems {
    private SightingItems() {}

    static Item write(OrderSighting sighting) {
        Item.Builder item = Item.of()
                .text("order_status", sighting.status())
                .amount("filled_quantity", sighting.filled().quantity())
                .amount("filled_quote_quantity", sighting.filled().quoteQuantity())
                .amount(
                        "prevented_quantity",
                        Optional.of(sighting.preventedQuantity()).filter(a -> a.signum() != 0))
                .known("expiry_reason", sighting.expiryReason())
                .time("updated_at", sighting.updatedAt())
                .text("fid", RawRefs.write(sighting.raw()));
        ExecutionItems.terms(item, sighting.terms());
        return item.build();
    }

    static OrderSighting read(OrderKey order, Item item) {
        return new OrderSighting(
                order,
                item.text("order_status"),
                ExecutionItems.terms(item),
                new Filled(item.amount("filled_quantity"), item.amount("filled_quote_quantity")),
                item.maybeAmount("prevented_quantity").orElse(BigDecimal.ZERO),
                item.maybeText("expiry_reason").orElse(""),
                item.time("updated_at"),
                RawRefs.read(item.text("fid")));
    }
}
