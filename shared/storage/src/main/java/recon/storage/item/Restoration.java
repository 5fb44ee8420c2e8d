package recon.storage.item;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts items that were derived from the archive anew into a table that may have them already: only what is missing or
 * says something else is written. Which of two readings of a row is the later one is told by the key of the archived
 * answer in {@link #ROW}, which begins with the time of receipt.
 */
public final class Restoration {
    /** The attribute that points to the raw row; all items given have it. */
    public static final String ROW = "fid";

    private final Batches batches;

    public Restoration(Table table) {
        this.batches = new Batches(requireNonNull(table, "table is null"));
    }

    /**
     * Items of rows that never change: a later reading says the same as an earlier one.
     *
     * @return how many were missing or said something else
     */
    public int rows(Collection<Item> items) {
        return put(items, false);
    }

    /**
     * Items of which a later reading takes the place of an earlier one.
     *
     * @return how many were missing or said something else, and no later reading was there
     */
    public int readings(Collection<Item> items) {
        return put(items, true);
    }

    private int put(Collection<Item> items, boolean latestCounts) {
        Map<Map<String, AttributeValue>, Item> wanted = new LinkedHashMap<>();
        items.forEach(item -> wanted.put(item.key(), item));
        Map<Map<String, AttributeValue>, Item> there =
                batches.get(wanted.keySet()).stream().collect(Collectors.toMap(Item::key, item -> item));
        List<Item> written = new ArrayList<>();
        int changed = 0;
        for (Item item : wanted.values()) {
            Optional<Item> old = Optional.ofNullable(there.get(item.key()));
            int age =
                    old.map(known -> known.text(ROW).compareTo(item.text(ROW))).orElse(-1);
            boolean differs =
                    old.map(known -> !content(known).equals(content(item))).orElse(true);
            if (latestCounts ? age < 0 || (age == 0 && differs) : age < 0 || differs) {
                written.add(item);
                changed += differs ? 1 : 0;
            }
        }
        batches.put(written);
        return changed;
    }

    /** All but the row that it was read from. */
    private static Map<String, AttributeValue> content(Item item) {
        Map<String, AttributeValue> content = new HashMap<>(item.values());
        content.remove(ROW);
        return content;
    }
}
