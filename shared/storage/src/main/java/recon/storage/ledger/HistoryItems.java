package recon.storage.ledger;

import java.util.Map;
import recon.ledger.row.RowHistory;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The history of a row as an item: what is in the books because of it is what this item says. */
final class HistoryItems {
    private HistoryItems() {}

    static Map<String, AttributeValue> key(RowSeen seen) {
        return key(seen.accountId(), seen.source(), seen.externalId());
    }

    static Map<String, AttributeValue> key(String accountId, String source, String externalId) {
        return Table.key(partition(accountId, source), externalId);
    }

    static Item write(RowHistory history, long version) {
        RowSeen latest = history.latest();
        return Item.at(partition(latest), latest.externalId())
                .number("version", version)
                .text("account_id", latest.accountId())
                .text("source", latest.source())
                .time("seen_at", latest.seenAt())
                .text("standing", latest.standing().name())
                .time("last_pending", history.lastPending())
                .with(
                        "bookings",
                        Values.items(latest.bookings().stream()
                                .map(BookingItems::content)
                                .toList()))
                .build();
    }

    static RowHistory read(Item item) {
        RowSeen latest = new RowSeen(
                item.text("account_id"),
                item.text("source"),
                item.sort(),
                item.time("seen_at"),
                Standing.valueOf(item.text("standing")),
                item.items("bookings").stream().map(BookingItems::read).toList());
        return new RowHistory(latest, item.maybeTime("last_pending"));
    }

    private static String partition(RowSeen seen) {
        return partition(seen.accountId(), seen.source());
    }

    private static String partition(String accountId, String source) {
        return Keys.join(accountId, "rows", source);
    }
}
