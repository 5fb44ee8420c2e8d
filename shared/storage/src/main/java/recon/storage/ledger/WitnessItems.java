package recon.storage.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import recon.ledger.Wallet;
import recon.ledger.row.WitnessRow;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.RawRefs;

/** A witness as an item, beside the bookings of its day. */
final class WitnessItems {
    static final String WITNESS = "witness";

    private WitnessItems() {}

    static Item write(WitnessRow row) {
        return Item.at(
                        BookingItems.partition(row.accountId(), LocalDate.ofInstant(row.time(), ZoneOffset.UTC)),
                        // One row of a source may be seen from two wallets of the account.
                        Keys.join(
                                WITNESS,
                                Keys.moment(row.time()),
                                row.source(),
                                row.externalId(),
                                row.wallet().name()))
                .text("account_id", row.accountId())
                .text("source", row.source())
                .text("external_id", row.externalId())
                .time("time", row.time())
                .text("wallet", row.wallet().name())
                .text("asset", row.asset())
                .amount("amount", row.amount())
                .text("fid", RawRefs.write(row.raw()))
                .build();
    }

    static WitnessRow read(Item item) {
        return new WitnessRow(
                item.text("account_id"),
                item.text("source"),
                item.text("external_id"),
                item.time("time"),
                new Wallet(item.text("wallet")),
                item.text("asset"),
                item.amount("amount"),
                RawRefs.read(item.text("fid")));
    }
}
