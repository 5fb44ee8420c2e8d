package recon.storage.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.ContractListing;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;
import recon.ledger.valuation.ClosePrice;
import recon.ledger.valuation.DayPrices;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Restoration;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;

/** What is known beside the books. Times are kept to the millisecond. */
public final class Registry {
    private static final String LIMITS = "limits";
    private static final String TRADE_GROUPS = "trade-groups";
    private static final String FUTURES_LIMITS = "futures";
    private static final Duration SEEN_ANEW = Duration.ofHours(1);

    private final Table table;
    private final Batches batches;
    private final Shards<Symbol> symbols;
    private final Shards<Contract> contracts;

    public Registry(AwsClients clients, AwsSettings settings) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.REGISTRY));
        this.batches = new Batches(table);
        this.symbols = new Shards<>(table, "symbols", ListedItems.SYMBOLS);
        this.contracts = new Shards<>(table, "contracts", ListedItems.CONTRACTS);
    }

    /** Takes note of a listing, whatever the order they come in: the newest facts win, and no symbol is forgotten. */
    public void listed(SymbolListing listing) {
        Instant seenAt = listing.seenAt().truncatedTo(ChronoUnit.MILLIS);
        symbols.merge(listing.symbols(), seenAt);
        limits(LIMITS, listing.limits(), seenAt);
    }

    /** Takes note of a listing of futures contracts; as {@link #listed(SymbolListing)}. */
    public void listed(ContractListing listing) {
        Instant seenAt = listing.seenAt().truncatedTo(ChronoUnit.MILLIS);
        contracts.merge(listing.contracts(), seenAt);
        limits(FUTURES_LIMITS, listing.limits(), seenAt);
    }

    private void limits(String market, Map<String, Integer> listed, Instant seenAt) {
        Item limits = Item.at(LIMITS, market)
                .with(
                        "limits",
                        Values.numbers(listed.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, e -> e.getValue().longValue()))))
                .time("seen_at", seenAt)
                .build();
        table.put(limits, "attribute_not_exists(#pk) or #seen_at < :seen_at", Map.of(":seen_at", Values.time(seenAt)));
    }

    /** Every symbol ever listed, by name. */
    public List<Symbol> symbols() {
        return symbols.all();
    }

    /** Every futures contract ever listed, by name. */
    public List<Contract> contracts() {
        return contracts.all();
    }

    /** The rate limits as last listed. */
    public ListedLimits limits() {
        Map<String, Map<String, Integer>> byMarket = table.query(LIMITS).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Item::sort,
                        item -> item.numbers("limits").entrySet().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, e -> Math.toIntExact(e.getValue())))));
        return new ListedLimits(
                Optional.ofNullable(byMarket.get(LIMITS)), Optional.ofNullable(byMarket.get(FUTURES_LIMITS)));
    }

    /**
     * Takes note that an account had to do with these assets (the plan's user assets). The time is kept up to an hour
     * late: every page shows the same assets again.
     */
    public void seen(String accountId, Collection<String> assets, Instant at) {
        Instant seenAt = at.truncatedTo(ChronoUnit.MILLIS);
        Map<String, Instant> known = table.query(assetPartition(accountId)).stream()
                .collect(Collectors.toMap(Item::sort, i -> i.time("last_seen")));
        batches.put(assets.stream()
                .distinct()
                .filter(a ->
                        !known.containsKey(a) || known.get(a).plus(SEEN_ANEW).isBefore(seenAt))
                .map(a -> Item.at(assetPartition(accountId), a)
                        .time("last_seen", seenAt)
                        .build())
                .toList());
    }

    /** Every asset that the account ever had to do with. */
    public Set<String> assetsSeen(String accountId) {
        return table.query(assetPartition(accountId)).stream().map(Item::sort).collect(Collectors.toUnmodifiableSet());
    }

    /** Takes note that an account belongs to a trade group. */
    public void grouped(String accountId) {
        table.put(Item.at(TRADE_GROUPS, accountId).build());
    }

    /** Whether an account was ever seen to belong to a trade group. */
    public boolean inTradeGroup(String accountId) {
        return table.get(Table.key(TRADE_GROUPS, accountId)).isPresent();
    }

    /** Keeps a traded symbol in the place of what was known of it. */
    public void put(TradedSymbol traded) {
        table.put(TradedItems.write(traded));
    }

    public Optional<TradedSymbol> traded(String accountId, String source, String symbol) {
        return table.get(Table.key(TradedItems.partition(accountId, source), symbol))
                .map(TradedItems::read);
    }

    /** The symbols that a source knows the account to have traded, by name. */
    public List<TradedSymbol> traded(String accountId, String source) {
        return table.query(TradedItems.partition(accountId, source)).stream()
                .map(TradedItems::read)
                .toList();
    }

    /** Takes note that an account has to do with these futures contracts; an earlier time changes nothing. */
    public void used(String accountId, Collection<String> names, Instant at) {
        Instant usedAt = at.truncatedTo(ChronoUnit.MILLIS);
        Map<String, Instant> known = usedContracts(accountId);
        batches.put(names.stream()
                .distinct()
                .filter(name -> known.getOrDefault(name, Instant.MIN).isBefore(usedAt))
                .map(name -> Item.at(contractPartition(accountId), name)
                        .time("last_used", usedAt)
                        .build())
                .toList());
    }

    /** Every futures contract that the account ever had to do with, by name, and when that was last noted. */
    public Map<String, Instant> usedContracts(String accountId) {
        return table.query(contractPartition(accountId)).stream()
                .collect(Collectors.toUnmodifiableMap(Item::sort, item -> item.time("last_used")));
    }

    /** Takes note that a source has been read up to a moment; an earlier one changes nothing. */
    public void synced(String accountId, String source, Instant until) {
        table.put(
                Item.at(syncPartition(accountId), source).time("until", until).build(),
                "attribute_not_exists(#pk) or #until < :until",
                Map.of(":until", Values.time(until)));
    }

    /** Up to when a source has been read that goes on from there; on the exchange's clock. */
    public Optional<Instant> synced(String accountId, String source) {
        return table.get(Table.key(syncPartition(accountId), source)).map(item -> item.time("until"));
    }

    /** Keeps last prices of days that are over, and which symbols had none. */
    public void priced(Collection<ClosePrice> prices) {
        batches.put(prices.stream().map(PriceItems::write).toList());
    }

    /**
     * Keeps last prices where they are missing or were kept otherwise, and were not asked for again later.
     *
     * @return how many were
     */
    public int restorePrices(Collection<ClosePrice> prices) {
        return new Restoration(table)
                .readings(prices.stream().map(PriceItems::write).toList());
    }

    /** What the exchange was asked for of a day's last prices. */
    public DayPrices prices(LocalDate date) {
        return DayPrices.of(table.query(PriceItems.partition(date)).stream()
                .map(PriceItems::read)
                .toList());
    }

    /** Keeps an error; meeting it again opens one that was gone, but none that a person has settled. */
    public void put(ReconciliationError error) {
        Item item = ErrorItems.write(error);
        if (error.resolvedAt().isPresent()) {
            table.put(item);
        } else {
            table.put(
                    item,
                    "attribute_not_exists(#resolved_at) or #resolution_notes = :gone",
                    Map.of(":gone", Values.text(ReconciliationError.GONE)));
        }
    }

    /**
     * Keeps what a check has found of its subject in the place of what it found before: what it no longer finds is gone.
     *
     * @param prefix with which the ids of this check's errors of this subject begin, and no others
     * @param at when it was checked
     */
    public void replace(String accountId, String prefix, Collection<ReconciliationError> found, Instant at) {
        Set<String> still = found.stream().map(ReconciliationError::id).collect(Collectors.toSet());
        table.query(ErrorItems.partition(accountId)).prefix(prefix).stream()
                .map(ErrorItems::read)
                .filter(error -> error.resolvedAt().isEmpty() && !still.contains(error.id()))
                .map(error -> ErrorItems.write(error.settled(at, ReconciliationError.GONE)))
                .forEach(item -> table.put(item, "attribute_not_exists(#resolved_at)", Map.of()));
        found.forEach(this::put);
    }

    /** The errors of an account, resolved ones included, by id. */
    public List<ReconciliationError> errors(String accountId) {
        return table.query(ErrorItems.partition(accountId)).stream()
                .map(ErrorItems::read)
                .toList();
    }

    /** An error of an account by its id, resolved or not. */
    public Optional<ReconciliationError> error(String accountId, String id) {
        return table.get(Table.key(ErrorItems.partition(accountId), id)).map(ErrorItems::read);
    }

    /** Keeps that an account may not read a source, in the place of what was known of it. */
    public void put(RefusedSource refused) {
        table.put(Item.at(refusedPartition(refused.accountId()), refused.source())
                .text("error_id", refused.errorId())
                .build());
    }

    /** The sources that an account could not read when they were last asked, by name. */
    public Map<String, RefusedSource> refused(String accountId) {
        return table.query(refusedPartition(accountId)).stream()
                .map(item -> new RefusedSource(accountId, item.sort(), item.text("error_id")))
                .collect(Collectors.toUnmodifiableMap(RefusedSource::source, Function.identity()));
    }

    private static String refusedPartition(String accountId) {
        return Keys.join(accountId, "refused");
    }

    private static String contractPartition(String accountId) {
        return Keys.join(accountId, "contracts");
    }

    private static String syncPartition(String accountId) {
        return Keys.join(accountId, "synced");
    }

    private static String assetPartition(String accountId) {
        return Keys.join(accountId, "assets");
    }
}
