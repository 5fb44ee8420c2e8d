package recon.storage.position;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import recon.storage.item.Change;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The pointer of an account as an item, and every change of it. */
final class PointerItems {
    /** The generation that a sync is building; when it is found by another one, nobody will finish it. */
    static final String BUILDING = "building";
    /** The generation that was replaced and is not wholly put aside yet. */
    static final String RETIRING = "retiring";

    private static final String HELD = "#fence = :fence";

    private PointerItems() {}

    static Map<String, AttributeValue> key(String accountId) {
        return Table.key(Keys.join(accountId, "sync"), "pointer");
    }

    static SyncPointer read(Item item) {
        return new SyncPointer(
                number(item, "generation"),
                number(item, "revision"),
                item.maybeTime("synced_at"),
                item.maybeTime("complete_since"));
    }

    static SyncFence fence(String accountId, Item item) {
        return new SyncFence(accountId, item.number("fence"), read(item));
    }

    private static long number(Item item, String name) {
        return item.has(name) ? item.number(name) : 0;
    }

    /** The same owner may take it again: it was cut and goes on. */
    static Change take(String owner, Instant now, Instant until) {
        return new Change(
                "set #fence_owner = :owner, #fence_until = :until, #fence = if_not_exists(#fence, :none) + :one",
                "attribute_not_exists(#fence_owner) or #fence_until <= :now or #fence_owner = :owner",
                Map.of(
                        ":owner", Values.text(owner),
                        ":until", Values.time(until),
                        ":now", Values.time(now),
                        ":none", Values.number(0),
                        ":one", Values.number(1)));
    }

    static Change release(SyncFence fence) {
        return new Change("remove #fence_owner, #fence_until", HELD, Map.of(":fence", Values.number(fence.number())));
    }

    static Change building(SyncFence fence) {
        return new Change("set #building = :fence", HELD, Map.of(":fence", Values.number(fence.number())));
    }

    static Change tidied(SyncFence fence, String what) {
        return new Change("remove #" + what, HELD, Map.of(":fence", Values.number(fence.number())));
    }

    /** All of a generation is put aside, whoever did it. */
    static Change retired(long generation) {
        return new Change(
                "remove #retiring", "#retiring = :generation", Map.of(":generation", Values.number(generation)));
    }

    /** The sync is over: from now on this generation counts, and the next sync may begin. */
    static Change synced(SyncFence fence, long generation, Optional<Instant> completeSince, Instant now) {
        long before = fence.pointer().generation();
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":fence", Values.number(fence.number()),
                ":generation", Values.number(generation),
                ":revision", Values.number(fence.pointer().revision() + 1),
                ":now", Values.time(now)));
        StringBuilder update =
                new StringBuilder("set #generation = :generation, #revision = :revision, #synced_at = :now");
        completeSince.ifPresent(since -> {
            update.append(", #complete_since = :since");
            values.put(":since", Values.time(since));
        });
        if (generation != before && before > 0) {
            update.append(", #retiring = :before");
            values.put(":before", Values.number(before));
        }
        update.append(" remove #building, #fence_owner, #fence_until")
                .append(completeSince.isEmpty() ? ", #complete_since" : "");
        return new Change(update.toString(), HELD, values);
    }
}
