package recon.storage.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.storage.StorageException;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item, or one map inside an item. Asking for an attribute that is not there is an error that names it.
 *
 * @param values its attributes
 */
public record Item(Map<String, AttributeValue> values) {
    public Item {
        values = Map.copyOf(values);
    }

    /** An item of attributes alone, for instance one inside another. */
    public static Builder of() {
        return new Builder();
    }

    /** An item at a key. */
    public static Builder at(String partition, String sort) {
        return new Builder().text(Schema.PARTITION, partition).text(Schema.SORT, sort);
    }

    /** The key that a get, an update or a delete asks for. */
    public Map<String, AttributeValue> key() {
        return Map.of(Schema.PARTITION, value(Schema.PARTITION), Schema.SORT, value(Schema.SORT));
    }

    public String sort() {
        return text(Schema.SORT);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        return value(name).s();
    }

    public Optional<String> maybeText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    public long number(String name) {
        return Long.parseLong(value(name).n());
    }

    public int count(String name) {
        return Math.toIntExact(number(name));
    }

    public BigDecimal amount(String name) {
        return Values.plain(new BigDecimal(value(name).n()));
    }

    public Optional<BigDecimal> maybeAmount(String name) {
        return has(name) ? Optional.of(amount(name)) : Optional.empty();
    }

    public Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    public Optional<Instant> maybeTime(String name) {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    public boolean flag(String name) {
        return value(name).bool();
    }

    public Map<String, String> texts(String name) {
        return value(name).m().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> e.getValue().s()));
    }

    public Map<String, Long> numbers(String name) {
        return value(name).m().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> Long.valueOf(e.getValue().n())));
    }

    /** A map of attributes inside this item. */
    public Item inner(String name) {
        return new Item(value(name).m());
    }

    public List<String> list(String name) {
        return value(name).l().stream().map(AttributeValue::s).toList();
    }

    public List<Item> items(String name) {
        return value(name).l().stream().map(v -> new Item(v.m())).toList();
    }

    public Map<String, Item> map(String name) {
        return value(name).m().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> new Item(e.getValue().m())));
    }

    private AttributeValue value(String name) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new StorageException.Malformed(
                    "item " + values.get(Schema.PARTITION) + " " + values.get(Schema.SORT),
                    "attribute " + name + " is missing");
        }
        return value;
    }

    /** Collects the attributes of an item; what is empty is left out. */
    public static final class Builder {
        private final Map<String, AttributeValue> values = new HashMap<>();

        private Builder() {}

        public Builder text(String name, String value) {
            return with(name, Values.text(value));
        }

        public Builder text(String name, Optional<String> value) {
            value.ifPresent(v -> text(name, v));
            return this;
        }

        /** A text that says nothing when it is empty. */
        public Builder known(String name, String value) {
            return value.isEmpty() ? this : text(name, value);
        }

        public Builder number(String name, long value) {
            return with(name, Values.number(value));
        }

        public Builder amount(String name, BigDecimal value) {
            return with(name, Values.amount(value));
        }

        public Builder amount(String name, Optional<BigDecimal> value) {
            value.ifPresent(v -> amount(name, v));
            return this;
        }

        public Builder time(String name, Instant value) {
            return with(name, Values.time(value));
        }

        public Builder time(String name, Optional<Instant> value) {
            value.ifPresent(v -> time(name, v));
            return this;
        }

        public Builder flag(String name, boolean value) {
            return with(name, Values.flag(value));
        }

        public Builder with(String name, AttributeValue value) {
            values.put(name, value);
            return this;
        }

        public Builder all(Item other) {
            values.putAll(other.values());
            return this;
        }

        public Item build() {
            return new Item(values);
        }
    }
}
