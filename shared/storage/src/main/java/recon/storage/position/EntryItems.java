package recon.storage.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import recon.ledger.position.Direction;
import recon.ledger.position.LifecycleFlag;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.entry.EntryIssue;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.LeverageSource;
import recon.ledger.position.entry.SystemFields;
import recon.ledger.position.entry.TradeEntry;
import recon.ledger.position.entry.TradeFacts;
import recon.ledger.position.entry.TradeResult;
import recon.ledger.position.row.PositionSide;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Values;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A trade entry as an item of its generation. */
final class EntryItems {
    static final String DELETED_AT = "deleted_at";
    private static final String CREATED_AT = "created_at";
    private static final String UPDATED_AT = "updated_at";
    private static final String NEEDS_RESYNC = "needs_resync";
    /** What says when, and where, and nothing about the trade. */
    private static final Set<String> BESIDE =
            Set.of(Schema.PARTITION, Schema.SORT, CREATED_AT, UPDATED_AT, DELETED_AT, Schema.EXPIRES_AT);

    private static final int GENERATION_DIGITS = 12;

    private EntryItems() {}

    static String partition(String accountId, long generation) {
        return Keys.join(accountId, "entries", Keys.digits(generation, GENERATION_DIGITS));
    }

    /** What a sync says; times are added by whoever keeps it. */
    static Item write(SyncedTrade trade, long generation) {
        TradeFacts facts = trade.facts();
        SystemFields system =
                SystemFields.created(facts.binanceTradeId(), trade.key().accountId(), Instant.EPOCH);
        return Item.at(partition(trade.key().accountId(), generation), facts.binanceTradeId())
                .text("id", system.id().toString())
                .text("trading_account_id", system.tradingAccountId())
                .text("position_side", trade.key().side().name())
                .number("first_fill_id", trade.key().firstFillId())
                .text("binance_trade_id", facts.binanceTradeId())
                .number("binance_order_id", facts.binanceOrderId())
                .text("pair", facts.pair())
                .text("direction", facts.direction().name())
                .amount("entry_price", facts.entryPrice())
                .amount("exit_price", facts.exitPrice())
                .amount("quantity", facts.quantity())
                .amount("realized_pnl", facts.realizedPnl())
                .amount("commission", facts.commission())
                .text("commission_asset", facts.commissionAsset())
                .with("commission_by_asset", amounts(facts.commissionByAsset()))
                .amount("funding_fees", facts.fundingFees())
                .amount("insurance_clear", facts.insuranceClear())
                .amount("fees", facts.fees())
                .amount("pnl", facts.pnl())
                .time("entry_datetime", facts.entryTime())
                .time("exit_datetime", facts.exitTime())
                .text("trade_date", facts.tradeDate().map(Object::toString))
                .amount("hold_time_minutes", facts.holdTimeMinutes().map(BigDecimal::valueOf))
                .amount("leverage", facts.leverage().leverage().map(BigDecimal::valueOf))
                .text("margin_type", facts.leverage().marginType())
                .text("leverage_source", facts.leverage().source().text())
                .flag("is_maker", facts.maker())
                .known("entry_order_type", facts.entryOrderType())
                .known("exit_order_type", facts.exitOrderType())
                .text("source", TradeFacts.SOURCE)
                .text("status", TradeFacts.STATUS)
                .text("result", facts.result().map(TradeResult::text))
                .amount("stop_loss", facts.stopLoss())
                .amount("take_profit", facts.takeProfit())
                .with(
                        "flags",
                        Values.list(
                                facts.flags().stream().sorted().map(Enum::name).toList()))
                .with(
                        "warnings",
                        Values.items(
                                trade.warnings().stream().map(EntryItems::issue).toList()))
                .flag(NEEDS_RESYNC, trade.needsResync())
                .build();
    }

    /** The same at another place and time. */
    static Item kept(Item trade, String partition, Instant createdAt, Instant updatedAt) {
        return Item.of()
                .all(trade)
                .text(Schema.PARTITION, partition)
                .time(CREATED_AT, createdAt)
                .time(UPDATED_AT, updatedAt)
                .build();
    }

    /** An entry of another generation as it was, at a place in this one. */
    static Item moved(Item entry, String partition) {
        return Item.of().all(entry).text(Schema.PARTITION, partition).build();
    }

    static Instant createdAt(Item entry) {
        return entry.time(CREATED_AT);
    }

    static Instant updatedAt(Item entry) {
        return entry.time(UPDATED_AT);
    }

    static boolean deleted(Item entry) {
        return entry.has(DELETED_AT);
    }

    /** Whether its numbers are in doubt. */
    static boolean needsResync(Item entry) {
        return entry.flag(NEEDS_RESYNC);
    }

    /** Put aside; one that was put aside before stays as it is. */
    static Item deleted(Item entry, Instant now) {
        return deleted(entry)
                ? entry
                : Item.of()
                        .all(entry)
                        .time(DELETED_AT, now)
                        .time(UPDATED_AT, now)
                        .build();
    }

    /** The names of what two items say differently of the trade, in text order. */
    static List<String> differences(Item one, Item other) {
        Map<String, AttributeValue> first = content(one);
        Map<String, AttributeValue> second = content(other);
        Set<String> names = new HashSet<>(first.keySet());
        names.addAll(second.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(first.get(name)).equals(Optional.ofNullable(second.get(name))))
                .sorted()
                .toList();
    }

    private static Map<String, AttributeValue> content(Item item) {
        Map<String, AttributeValue> content = new HashMap<>(item.values());
        content.keySet().removeAll(BESIDE);
        return content;
    }

    static AnnotationKey key(Item item) {
        return new AnnotationKey(
                item.text("trading_account_id"),
                item.text("pair"),
                PositionSide.valueOf(item.text("position_side")),
                item.number("first_fill_id"));
    }

    static StoredEntry read(Item item, Annotations annotations) {
        SystemFields system = new SystemFields(
                UUID.fromString(item.text("id")),
                Optional.empty(),
                item.text("trading_account_id"),
                item.time(CREATED_AT),
                item.time(UPDATED_AT),
                item.maybeTime(DELETED_AT),
                needsResync(item));
        return new StoredEntry(
                key(item),
                new TradeEntry(facts(item), annotations, system),
                item.items("warnings").stream().map(EntryItems::issue).toList());
    }

    private static TradeFacts facts(Item item) {
        return new TradeFacts(
                item.text("binance_trade_id"),
                item.number("binance_order_id"),
                item.text("pair"),
                Direction.valueOf(item.text("direction")),
                item.maybeAmount("entry_price"),
                item.maybeAmount("exit_price"),
                item.amount("quantity"),
                item.maybeAmount("realized_pnl"),
                item.maybeAmount("commission"),
                item.text("commission_asset"),
                amounts(item.inner("commission_by_asset")),
                item.maybeAmount("funding_fees"),
                item.maybeAmount("insurance_clear"),
                item.maybeAmount("fees"),
                item.maybeAmount("pnl"),
                item.maybeTime("entry_datetime"),
                item.maybeTime("exit_datetime"),
                new LeverageSetting(
                        item.maybeAmount("leverage").map(BigDecimal::intValueExact),
                        item.maybeText("margin_type"),
                        LeverageSource.of(item.text("leverage_source"))),
                item.flag("is_maker"),
                item.maybeText("entry_order_type").orElse(""),
                item.maybeText("exit_order_type").orElse(""),
                item.maybeText("result").map(TradeResult::of),
                item.maybeAmount("stop_loss"),
                item.maybeAmount("take_profit"),
                item.list("flags").stream().map(LifecycleFlag::valueOf).collect(Collectors.toSet()));
    }

    private static AttributeValue amounts(Map<String, BigDecimal> amounts) {
        Item.Builder map = Item.of();
        amounts.forEach(map::amount);
        return AttributeValue.fromM(map.build().values());
    }

    private static Map<String, BigDecimal> amounts(Item map) {
        return map.values().keySet().stream().collect(Collectors.toMap(asset -> asset, map::amount));
    }

    private static Item issue(EntryIssue issue) {
        return Item.of()
                .text("kind", issue.kind().name())
                .text("evidence", issue.evidence())
                .build();
    }

    private static EntryIssue issue(Item item) {
        return new EntryIssue(EntryIssue.Kind.valueOf(item.text("kind")), item.text("evidence"));
    }
}
