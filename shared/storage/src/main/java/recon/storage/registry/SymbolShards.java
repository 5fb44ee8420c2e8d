package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import recon.ledger.symbol.Symbol;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Lanes;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The symbols, spread over a few items: thousands of them are one query, and a listing is a few writes. Each symbol
 * keeps the moment its facts were seen, so that an older listing never undoes a newer one.
 */
final class SymbolShards {
    private static final int SHARDS = 16;
    private static final String PARTITION = "symbols";

    private final Table table;

    SymbolShards(Table table) {
        this.table = requireNonNull(table, "table is null");
    }

    void merge(Collection<Symbol> symbols, Instant seenAt) {
        Map<String, List<Symbol>> shards = symbols.stream().collect(Collectors.groupingBy(SymbolShards::shard));
        List<Callable<Boolean>> merges = new ArrayList<>();
        shards.forEach((shard, part) ->
                merges.add(() -> Retry.until("symbols of shard " + shard, () -> mergeOne(shard, part, seenAt))));
        Lanes.all(merges);
    }

    List<Symbol> all() {
        return table.query(PARTITION).stream()
                .flatMap(shard -> shard.map("symbols").entrySet().stream())
                .map(e -> read(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Symbol::name))
                .toList();
    }

    private Optional<Boolean> mergeOne(String shard, List<Symbol> part, Instant seenAt) {
        Optional<Item> old = table.get(Table.key(PARTITION, shard));
        Map<String, Item> known = new HashMap<>(old.map(i -> i.map("symbols")).orElse(Map.of()));
        boolean changed = false;
        for (Symbol symbol : part) {
            Optional<Item> before = Optional.ofNullable(known.get(symbol.name()));
            if (before.isEmpty() || before.orElseThrow().time("seen_at").isBefore(seenAt)) {
                known.put(symbol.name(), write(symbol, seenAt));
                changed = true;
            }
        }
        return !changed || put(shard, known, old.map(i -> i.number("version")).orElse(0L))
                ? Optional.of(true)
                : Optional.empty();
    }

    private boolean put(String shard, Map<String, Item> symbols, long version) {
        Map<String, AttributeValue> map = new HashMap<>();
        symbols.forEach((name, item) -> map.put(name, AttributeValue.fromM(item.values())));
        Item item = Item.at(PARTITION, shard)
                .number("version", version + 1)
                .with("symbols", AttributeValue.fromM(map))
                .build();
        return version == 0
                ? table.put(item, "attribute_not_exists(#pk)", Map.of())
                : table.put(item, "#version = :version", Map.of(":version", Values.number(version)));
    }

    private static String shard(Symbol symbol) {
        return Keys.digits(Math.floorMod(symbol.name().hashCode(), SHARDS), 2);
    }

    private static Item write(Symbol symbol, Instant seenAt) {
        return Item.of()
                .text("base_asset", symbol.baseAsset())
                .text("quote_asset", symbol.quoteAsset())
                .text("status", symbol.status())
                .flag("is_spot_trading_allowed", symbol.spotTradingAllowed())
                .flag("is_margin_trading_allowed", symbol.marginTradingAllowed())
                .time("seen_at", seenAt)
                .build();
    }

    private static Symbol read(String name, Item item) {
        return new Symbol(
                name,
                item.text("base_asset"),
                item.text("quote_asset"),
                item.text("status"),
                item.flag("is_spot_trading_allowed"),
                item.flag("is_margin_trading_allowed"));
    }
}
