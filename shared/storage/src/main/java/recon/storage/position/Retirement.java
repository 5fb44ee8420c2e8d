package recon.storage.position;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/** Generations that count no more: the one that was replaced is put aside, one that was never finished goes. */
final class Retirement {
    /** Everything in it stands in the next one as well, what was deleted included. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Table table;
    private final SyncFence fence;
    private final Instant now;

    Retirement(Table table, SyncFence fence, Instant now) {
        this.table = table;
        this.fence = fence;
        this.now = now;
    }

    /** Finishes what a sync left that was cut. */
    void tidy() {
        Optional<Item> pointer = table.get(PointerItems.key(fence.accountId()));
        pointer.filter(item -> item.has(PointerItems.BUILDING)).ifPresent(item -> {
            new Batches(table)
                    .delete(
                            table
                                    .query(EntryItems.partition(fence.accountId(), item.number(PointerItems.BUILDING)))
                                    .keys()
                                    .stream()
                                    .map(Item::key)
                                    .toList());
            table.update(PointerItems.key(fence.accountId()), PointerItems.tidied(fence, PointerItems.BUILDING));
        });
        pointer.filter(item -> item.has(PointerItems.RETIRING))
                .ifPresent(item -> retire(item.number(PointerItems.RETIRING)));
    }

    /** Puts a generation aside that was replaced; again, if need be. */
    void retire(long generation) {
        if (generation == 0) {
            return;
        }
        List<Item> left = table.query(EntryItems.partition(fence.accountId(), generation)).stream()
                .filter(item -> !item.has(Schema.EXPIRES_AT))
                .map(item -> Item.of()
                        .all(EntryItems.deleted(item, now))
                        .number(Schema.EXPIRES_AT, now.plus(KEPT).getEpochSecond())
                        .build())
                .toList();
        new Batches(table).put(left);
        table.update(PointerItems.key(fence.accountId()), PointerItems.retired(generation));
    }
}
