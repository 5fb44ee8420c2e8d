package recon.storage.registry;

import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Values;

/** A traded symbol as an item under its account and source. */
final class TradedItems {
    private TradedItems() {}

    static String partition(String accountId, String source) {
        return Keys.join(accountId, "traded", source);
    }

    static Item write(TradedSymbol traded) {
        return Item.at(partition(traded.accountId(), traded.source()), traded.symbol())
                .text("account_id", traded.accountId())
                .text("source", traded.source())
                .with("cursor", Values.texts(traded.cursor()))
                .time("last_trade_time", traded.lastTradeTime())
                .time("first_seen", traded.firstSeen())
                .time("last_checked", traded.lastChecked())
                .text("checked_in_run", traded.checkedInRun())
                .flag("is_active", traded.active())
                .build();
    }

    static TradedSymbol read(Item item) {
        return new TradedSymbol(
                item.text("account_id"),
                item.text("source"),
                item.sort(),
                item.texts("cursor"),
                item.maybeTime("last_trade_time"),
                item.time("first_seen"),
                item.time("last_checked"),
                item.text("checked_in_run"),
                item.flag("is_active"));
    }
}
