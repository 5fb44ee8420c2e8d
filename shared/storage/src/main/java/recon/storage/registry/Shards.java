package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Lanes;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the exchange lists, spread over a few items: thousands of symbols are one query, and a listing is a few writes.
 * Each keeps the moment its facts were seen, so that an older listing never undoes a newer one.
 *
 * @param <T> what is listed
 */
final class Shards<T> {
    private static final int SHARDS = 16;
    private static final String LISTED = "symbols";

    private final Table table;
    private final String partition;
    private final Form<T> form;

    /**
     * How one of them is kept.
     *
     * @param name its name
     * @param write its facts
     * @param read its facts under its name
     */
    record Form<T>(Function<T, String> name, Function<T, Item.Builder> write, BiFunction<String, Item, T> read) {
        Form {
            requireNonNull(name, "name is null");
            requireNonNull(write, "write is null");
            requireNonNull(read, "read is null");
        }
    }

    Shards(Table table, String partition, Form<T> form) {
        this.table = requireNonNull(table, "table is null");
        this.partition = requireNonNull(partition, "partition is null");
        this.form = requireNonNull(form, "form is null");
    }

    void merge(Collection<T> listed, Instant seenAt) {
        Map<String, List<T>> shards = listed.stream()
                .collect(Collectors.groupingBy(one -> shard(form.name().apply(one))));
        List<Callable<Boolean>> merges = new ArrayList<>();
        shards.forEach((shard, part) ->
                merges.add(() -> Retry.until(partition + " of shard " + shard, () -> mergeOne(shard, part, seenAt))));
        Lanes.all(merges);
    }

    List<T> all() {
        return table.query(partition).stream()
                .flatMap(shard -> shard.map(LISTED).entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(e -> form.read().apply(e.getKey(), e.getValue()))
                .toList();
    }

    private Optional<Boolean> mergeOne(String shard, List<T> part, Instant seenAt) {
        Optional<Item> old = table.get(Table.key(partition, shard));
        Map<String, Item> known = new HashMap<>(old.map(i -> i.map(LISTED)).orElse(Map.of()));
        boolean changed = false;
        for (T one : part) {
            String name = form.name().apply(one);
            Optional<Item> before = Optional.ofNullable(known.get(name));
            if (before.isEmpty() || before.orElseThrow().time("seen_at").isBefore(seenAt)) {
                known.put(name, form.write().apply(one).time("seen_at", seenAt).build());
                changed = true;
            }
        }
        return !changed || put(shard, known, old.map(i -> i.number("version")).orElse(0L))
                ? Optional.of(true)
                : Optional.empty();
    }

    private boolean put(String shard, Map<String, Item> listed, long version) {
        Map<String, AttributeValue> map = new HashMap<>();
        listed.forEach((name, item) -> map.put(name, AttributeValue.fromM(item.values())));
        Item item = Item.at(partition, shard)
                .number("version", version + 1)
                .with(LISTED, AttributeValue.fromM(map))
                .build();
        return version == 0
                ? table.put(item, "attribute_not_exists(#pk)", Map.of())
                : table.put(item, "#version = :version", Map.of(":version", Values.number(version)));
    }

    private static String shard(String name) {
        return Keys.digits(Math.floorMod(name.hashCode(), SHARDS), 2);
    }
}
