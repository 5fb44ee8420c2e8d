package recon.storage.item;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many items of one table in as few calls as DynamoDB allows, a few calls at a time. Not all or nothing. */
public final class Batches {
    private static final int WRITES = 25;
    private static final int READS = 100;

    private final Table table;

    public Batches(Table table) {
        this.table = requireNonNull(table, "table is null");
    }

    /** Puts all items; of two with one key, the last. */
    public void put(Collection<Item> items) {
        Map<Map<String, AttributeValue>, Item> byKey = LinkedHashMap.newLinkedHashMap(items.size());
        items.forEach(i -> byKey.put(i.key(), i));
        write(byKey.values().stream()
                .map(i -> WriteRequest.builder()
                        .putRequest(p -> p.item(i.values()))
                        .build())
                .toList());
    }

    /** Deletes what stands at these keys. */
    public void delete(Collection<Map<String, AttributeValue>> keys) {
        write(keys.stream()
                .distinct()
                .map(k -> WriteRequest.builder().deleteRequest(d -> d.key(k)).build())
                .toList());
    }

    /** What stands at these keys, strongly consistent, in no order. */
    public List<Item> get(Collection<Map<String, AttributeValue>> keys) {
        List<Callable<List<Item>>> calls = chunks(keys.stream().distinct().toList(), READS).stream()
                .map(c -> (Callable<List<Item>>) () -> getOnce(c))
                .toList();
        return Lanes.all(calls).stream().flatMap(List::stream).toList();
    }

    /** The list in pieces of at most that many. */
    public static <T> List<List<T>> chunks(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }

    private void write(List<WriteRequest> writes) {
        List<Callable<Boolean>> calls = chunks(writes, WRITES).stream()
                .map(c -> (Callable<Boolean>) () -> writeAll(c))
                .toList();
        Lanes.all(calls);
    }

    private boolean writeAll(List<WriteRequest> chunk) {
        List<WriteRequest> left = new ArrayList<>(chunk);
        return Retry.until("writing a batch to " + table.name(), () -> {
            var unprocessed = table.client()
                    .batchWriteItem(r -> r.requestItems(Map.of(table.name(), left)))
                    .unprocessedItems()
                    .getOrDefault(table.name(), List.of());
            left.clear();
            left.addAll(unprocessed);
            return left.isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    private List<Item> getOnce(List<Map<String, AttributeValue>> chunk) {
        List<Item> found = new ArrayList<>(chunk.size());
        List<Map<String, AttributeValue>> left = new ArrayList<>(chunk);
        return Retry.until("reading a batch of " + table.name(), () -> {
            var answer = table.client()
                    .batchGetItem(r -> r.requestItems(Map.of(
                            table.name(),
                            KeysAndAttributes.builder()
                                    .keys(left)
                                    .consistentRead(true)
                                    .build())));
            answer.responses().getOrDefault(table.name(), List.of()).forEach(i -> found.add(new Item(i)));
            left.clear();
            Optional.ofNullable(answer.unprocessedKeys().get(table.name())).ifPresent(k -> left.addAll(k.keys()));
            return left.isEmpty() ? Optional.of(found) : Optional.empty();
        });
    }
}
