package recon.storage.registry;

import java.time.LocalDate;
import recon.ledger.valuation.ClosePrice;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.RawRefs;

/** A symbol's last price of a day, or that it had none, as an item under the day. */
final class PriceItems {
    private PriceItems() {}

    static String partition(LocalDate date) {
        return Keys.join("prices", date.toString());
    }

    static Item write(ClosePrice price) {
        return Item.at(partition(price.date()), price.symbol())
                .text("date", price.date().toString())
                .text("base_asset", price.baseAsset())
                .text("quote_asset", price.quoteAsset())
                .amount("close", price.close())
                .text("fid", RawRefs.write(price.raw()))
                .build();
    }

    static ClosePrice read(Item item) {
        return new ClosePrice(
                LocalDate.parse(item.text("date")),
                item.sort(),
                item.text("base_asset"),
                item.text("quote_asset"),
                item.maybeAmount("close"),
                RawRefs.read(item.text("fid")));
    }
}
