package recon.storage.ledger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import recon.ledger.entry.Booking;
import recon.ledger.row.RowHistory;
import recon.ledger.row.RowSeen;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Lanes;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.item.Verdict;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Rows that change their state. The history of a row and the bookings that follow from it are one transaction under
 * the history's version: the books never show half a change, and the order of arrival does not matter.
 */
final class RowBook {
    private final Table table;

    RowBook(Table table) {
        this.table = requireNonNull(table, "table is null");
    }

    /** Says how many rows were not known, or not known to be so. */
    int record(Collection<RowSeen> sightings) {
        Map<Map<String, AttributeValue>, List<RowSeen>> byRow = sightings.stream()
                .collect(Collectors.groupingBy(HistoryItems::key, LinkedHashMap::new, Collectors.toList()));
        Map<Map<String, AttributeValue>, Item> known =
                new Batches(table).get(byRow.keySet()).stream().collect(Collectors.toMap(Item::key, i -> i));
        List<RowChange> changes = new ArrayList<>();
        byRow.forEach((key, seen) -> {
            Optional<Item> old = Optional.ofNullable(known.get(key));
            if (changed(old, seen)) {
                changes.add(new RowChange(key, seen, writes(old, seen)));
            }
        });
        Lanes.all(together(changes).stream()
                .map(some -> (Callable<Boolean>) () -> settle(some))
                .toList());
        return changes.size();
    }

    /** What these rows have booked by now. */
    List<Booking> standing(Collection<RowSeen> sightings) {
        return new Batches(table)
                .get(sightings.stream().map(HistoryItems::key).distinct().toList()).stream()
                        .flatMap(item -> HistoryItems.read(item).bookings().stream())
                        .toList();
    }

    /** As many rows as one transaction holds; a row is never split. */
    private static List<List<RowChange>> together(List<RowChange> changes) {
        List<List<RowChange>> all = new ArrayList<>();
        int writes = Verdict.MOST_WRITES;
        for (RowChange change : changes) {
            writes += change.writes().size();
            if (writes > Verdict.MOST_WRITES) {
                all.add(new ArrayList<>());
                writes = change.writes().size();
            }
            all.getLast().add(change);
        }
        return all;
    }

    /** Goes by what the batch read; where somebody was quicker, each row is looked at again by itself. */
    private boolean settle(List<RowChange> changes) {
        List<TransactWriteItem> writes =
                changes.stream().flatMap(change -> change.writes().stream()).toList();
        return table.transact(writes) instanceof Verdict.Written
                || changes.stream().allMatch(this::settleAlone);
    }

    private boolean settleAlone(RowChange change) {
        RowSeen row = change.seen().getFirst();
        return Retry.until("row " + row.externalId() + " of " + row.source(), () -> {
            Optional<Item> fresh = table.get(change.key());
            return !changed(fresh, change.seen())
                            || table.transact(writes(fresh, change.seen())) instanceof Verdict.Written
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private static boolean changed(Optional<Item> old, List<RowSeen> seen) {
        return !old.map(HistoryItems::read).equals(Optional.of(history(old, seen)));
    }

    private List<TransactWriteItem> writes(Optional<Item> old, List<RowSeen> seen) {
        RowHistory next = history(old, seen);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(pointer(old, next));
        writes.addAll(differences(
                old.map(HistoryItems::read).map(RowHistory::bookings).orElse(List.of()), next.bookings()));
        if (writes.size() > Verdict.MOST_WRITES) {
            throw new IllegalArgumentException("one row makes more bookings than one transaction holds: "
                    + next.latest().source() + " " + next.latest().externalId());
        }
        return writes;
    }

    private TransactWriteItem pointer(Optional<Item> old, RowHistory next) {
        long version = old.map(i -> i.number("version")).orElse(0L);
        Item item = HistoryItems.write(next, version + 1);
        return version == 0
                ? table.putting(item, "attribute_not_exists(#pk)", Map.of())
                : table.putting(item, "#version = :version", Map.of(":version", Values.number(version)));
    }

    private List<TransactWriteItem> differences(List<Booking> before, List<Booking> after) {
        Map<Map<String, AttributeValue>, Booking> standing = new HashMap<>();
        before.forEach(b -> standing.put(BookingItems.write(b).key(), b));
        List<TransactWriteItem> writes = new ArrayList<>();
        for (Booking booking : after) {
            Item item = BookingItems.write(booking);
            if (!booking.equals(standing.remove(item.key()))) {
                writes.add(table.putting(item));
            }
        }
        standing.keySet().forEach(key -> writes.add(table.deleting(key)));
        return writes;
    }

    private static RowHistory history(Optional<Item> old, List<RowSeen> seen) {
        RowHistory history = old.map(HistoryItems::read).orElseGet(() -> RowHistory.of(stored(seen.getFirst())));
        for (RowSeen one : seen) {
            history = history.and(stored(one));
        }
        return history;
    }

    /** What one row changes: its history first, then the bookings that follow from it. */
    private record RowChange(Map<String, AttributeValue> key, List<RowSeen> seen, List<TransactWriteItem> writes) {}

    /** The sighting as it would be read back, so that it can be compared with one that was. */
    private static RowSeen stored(RowSeen seen) {
        return HistoryItems.read(HistoryItems.write(RowHistory.of(seen), 0)).latest();
    }
}
