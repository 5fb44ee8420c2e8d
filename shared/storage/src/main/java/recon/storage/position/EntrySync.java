package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import recon.storage.item.Batches;
import recon.storage.item.Change;
import recon.storage.item.Item;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Verdict;
import recon.storage.position.EntryChange.Kind;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One sync of one account, under its fence. */
final class EntrySync {
    /** So many entries and the pointer are one transaction. */
    static final int MOST_AT_ONCE = Verdict.MOST_WRITES - 1;

    private final Table table;
    private final Batches batches;
    private final SyncFence fence;
    private final Instant now;

    EntrySync(Table table, SyncFence fence, Instant now) {
        this.table = table;
        this.batches = new Batches(table);
        this.fence = fence;
        this.now = now;
    }

    /** What was compared: every item as it has to be, and what differs. */
    private record Compared(Map<String, Item> items, List<EntryChange> changes, long unchanged) {}

    Optional<Synced> of(List<SyncedTrade> trades, SyncScope scope) {
        long before = fence.pointer().generation();
        new Retirement(table, fence, now).tidy();
        Map<String, Item> known = before == 0 ? Map.of() : partition(before);
        if (before != 0 && !scope.anew()) {
            Compared inPlace = compare(known, trades, before);
            if (inPlace.changes().size() <= MOST_AT_ONCE) {
                return change(inPlace, scope) ? Optional.of(synced(before, inPlace)) : Optional.empty();
            }
        }
        Compared fresh = compare(known, trades, fence.number());
        return build(fresh, scope) ? Optional.of(synced(fence.number(), fresh)) : Optional.empty();
    }

    private Map<String, Item> partition(long generation) {
        return table.query(EntryItems.partition(fence.accountId(), generation)).stream()
                .collect(Collectors.toMap(Item::sort, item -> item));
    }

    private static Synced synced(long generation, Compared compared) {
        return new Synced(generation, compared.unchanged(), compared.changes());
    }

    private Compared compare(Map<String, Item> known, List<SyncedTrade> trades, long generation) {
        String partition = EntryItems.partition(fence.accountId(), generation);
        Map<String, Item> items = new HashMap<>();
        Map<String, EntryChange> changes = new TreeMap<>();
        for (SyncedTrade trade : trades) {
            Item wanted = EntryItems.write(trade, generation);
            Optional<Item> old = Optional.ofNullable(known.get(wanted.sort()));
            Instant created = old.map(EntryItems::createdAt).orElse(now);
            Optional<EntryChange> change = changed(wanted, old);
            change.ifPresent(one -> changes.put(one.binanceTradeId(), one));
            Instant updated =
                    change.isPresent() ? now : old.map(EntryItems::updatedAt).orElse(now);
            if (items.put(wanted.sort(), EntryItems.kept(wanted, partition, created, updated)) != null) {
                throw new IllegalArgumentException("two trades are called " + wanted.sort());
            }
        }
        known.forEach((id, old) -> {
            if (!items.containsKey(id)) {
                items.put(id, EntryItems.moved(EntryItems.deleted(old, now), partition));
                if (!EntryItems.deleted(old)) {
                    changes.put(id, new EntryChange(id, Kind.DELETED, List.of()));
                }
            }
        });
        long unchanged = items.values().stream()
                        .filter(item -> !EntryItems.deleted(item))
                        .count()
                - changes.values().stream()
                        .filter(change -> change.kind() != Kind.DELETED)
                        .count();
        return new Compared(items, List.copyOf(changes.values()), unchanged);
    }

    private static Optional<EntryChange> changed(Item wanted, Optional<Item> old) {
        if (old.isEmpty()) {
            return Optional.of(new EntryChange(wanted.sort(), Kind.CREATED, List.of()));
        }
        if (EntryItems.deleted(old.get())) {
            return Optional.of(new EntryChange(wanted.sort(), Kind.RETURNED, List.of()));
        }
        List<String> differing = EntryItems.differences(old.get(), wanted);
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of(new EntryChange(wanted.sort(), Kind.CHANGED, differing));
    }

    /** Few changes: all of them and the pointer at once. */
    private boolean change(Compared compared, SyncScope scope) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(table.updating(
                PointerItems.key(fence.accountId()),
                PointerItems.synced(fence, fence.pointer().generation(), scope.completeSince(), now)));
        compared.changes()
                .forEach(change ->
                        writes.add(table.putting(requireNonNull(compared.items().get(change.binanceTradeId())))));
        return Retry.until("changing entries of account " + fence.accountId(), () -> switch (table.transact(writes)) {
            case Verdict.Written() -> Optional.of(true);
            case Verdict.Collided() -> Optional.empty();
            case Verdict.Refused _ -> Optional.of(false);
        });
    }

    /** Many changes: a generation beside the old one, and then the pointer. */
    private boolean build(Compared compared, SyncScope scope) {
        if (update(PointerItems.building(fence)).isEmpty()) {
            return false;
        }
        batches.put(compared.items().values());
        if (update(PointerItems.synced(fence, fence.number(), scope.completeSince(), now))
                .isEmpty()) {
            return false;
        }
        new Retirement(table, fence, now).retire(fence.pointer().generation());
        return true;
    }

    private Optional<Item> update(Change change) {
        return table.update(PointerItems.key(fence.accountId()), change);
    }
}
