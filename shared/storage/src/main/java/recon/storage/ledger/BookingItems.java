package recon.storage.ledger;

import java.time.LocalDate;
import recon.ledger.entry.Booking;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.RawRefs;
import recon.storage.item.Values;

/** A booking as an item, its legs inside; the items of a day stand in the order of time. */
final class BookingItems {
    static final String BOOKING = "booking";

    private BookingItems() {}

    static String partition(String accountId, LocalDate day) {
        return Keys.join(accountId, day.toString());
    }

    /** The item at its place in the ledger. */
    static Item write(Booking booking) {
        String sort =
                Keys.join(BOOKING, Keys.moment(booking.time()), booking.source(), booking.externalId(), booking.part());
        return Item.at(partition(booking.accountId(), booking.day()), sort)
                .all(content(booking))
                .build();
    }

    /** The attributes alone, as they also stand in the history of a row. */
    static Item content(Booking booking) {
        return Item.of()
                .text("account_id", booking.accountId())
                .text("source", booking.source())
                .text("external_id", booking.externalId())
                .text("part", booking.part())
                .time("time", booking.time())
                .flag("approximate", booking.approximate())
                .text("match_id", booking.matchId())
                .text("fid", RawRefs.write(booking.raw()))
                .with(
                        "legs",
                        Values.items(
                                booking.legs().stream().map(LegItems::write).toList()))
                .build();
    }

    static Booking read(Item item) {
        return new Booking(
                item.text("account_id"),
                item.text("source"),
                item.text("external_id"),
                item.text("part"),
                item.time("time"),
                item.flag("approximate"),
                item.maybeText("match_id"),
                RawRefs.read(item.text("fid")),
                item.items("legs").stream().map(LegItems::read).toList());
    }
}
