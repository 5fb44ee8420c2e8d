package recon.local.soak;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.spotorders.OpenOrders;
import recon.binance.spotorders.OrderAmendments;
import recon.binance.spotorders.SpotOrders;
import recon.binance.spottrades.SpotTrades;
import recon.collect.heal.Checked;
import recon.collect.heal.Healing;
import recon.collect.heal.Listening;
import recon.ledger.completeness.Amendment;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.ledger.row.Amended;
import recon.ledger.row.Sighted;
import recon.ledger.symbol.Symbol;
import recon.storage.execution.SightedOrder;
import recon.storage.watermark.Watermark;
import recon.stream.connection.StreamAccount;

/** What the daily job asks the exchange's lists and hands to the healing, with the real sources. It knows its bookmarks. */
final class DailyCheck {
    private static final Source OPEN = new OpenOrders(ExchangeJson.mapper());
    private static final Source ORDERS = new SpotOrders(ExchangeJson.mapper());
    private static final Source AMENDMENTS = new OrderAmendments(ExchangeJson.mapper());
    private static final Source TRADES = new SpotTrades(ExchangeJson.mapper());

    private final List<StreamAccount> readers;
    private final List<Symbol> symbols;
    private final Function<String, Collection<Watermark>> marks;
    private final Lists lists;
    private final Map<String, Cursor> bookmarks = new HashMap<>();

    /**
     * Checks these accounts.
     *
     * @param readers accounts, with the keys that the lists are read with
     * @param marks those of an account
     */
    DailyCheck(
            List<StreamAccount> readers,
            List<Symbol> symbols,
            Function<String, Collection<Watermark>> marks,
            Lists lists) {
        this.readers = List.copyOf(readers);
        this.symbols = List.copyOf(symbols);
        this.marks = requireNonNull(marks, "marks is null");
        this.lists = requireNonNull(lists, "lists is null");
    }

    /** Checks these days. */
    void heal(List<LocalDate> days, Healing healing) {
        for (StreamAccount account : readers) {
            Optional<Listening> listening = Listening.of(marks.apply(account.uid()));
            if (listening.isPresent()) {
                heal(days, healing, account, listening.get());
            }
        }
    }

    private void heal(List<LocalDate> days, Healing healing, StreamAccount account, Listening listening) {
        Scope scope = lists.scope(account);
        healing.sighted(sightings(lists.page(OPEN, Cursor.START, account, scope)));
        List<HealedFill> listed = new ArrayList<>();
        for (Symbol symbol : symbols) {
            orders(healing, account, listening, scope, symbol);
            // Where there never was an order, there is no trade.
            if (requireNonNull(bookmarks.get(bookmark(account, symbol)), "every symbol is walked")
                            .number(SpotOrders.FROM_ID)
                            .orElse(0L)
                    > 0) {
                List<HealedFill> its = trades(account, scope, symbol, days);
                healing.trades(listening, symbol.name(), days, its);
                listed.addAll(its);
            }
        }
        days.forEach(day -> healing.gaps(listening, day));
        healing.settle(listening, listed);
    }

    private void orders(Healing healing, StreamAccount account, Listening listening, Scope scope, Symbol symbol) {
        String bookmark = bookmark(account, symbol);
        Cursor cursor = bookmarks
                .getOrDefault(bookmark, Cursor.START.with(Cursor.SYMBOL, symbol.name()))
                .resumed();
        while (!cursor.finished()) {
            Page page = lists.page(ORDERS, cursor, account, scope);
            Instant settled = SpotOrders.settled(scope);
            Checked checked = healing.orders(listening, settled, sightings(page));
            for (OrderKey doubtful : checked.doubtful()) {
                amendments(account, scope, doubtful)
                        .forEach(each -> healing.amendments(listening, settled, doubtful, each));
            }
            cursor = page.next();
            bookmarks.put(bookmark, cursor);
        }
    }

    private static String bookmark(StreamAccount account, Symbol symbol) {
        return account.uid() + " " + symbol.name();
    }

    /** Page by page. */
    private List<List<Amendment>> amendments(StreamAccount account, Scope scope, OrderKey order) {
        List<List<Amendment>> pages = new ArrayList<>();
        Cursor cursor = OrderAmendments.start(order.symbol(), order.orderId());
        while (!cursor.finished()) {
            Page page = lists.page(AMENDMENTS, cursor, account, scope);
            pages.add(page.observations().stream()
                    .flatMap(each -> each instanceof Amended(Amendment amendment)
                            ? Stream.of(amendment)
                            : Stream.<Amendment>empty())
                    .toList());
            cursor = page.next();
        }
        return pages;
    }

    private List<HealedFill> trades(StreamAccount account, Scope scope, Symbol symbol, List<LocalDate> days) {
        List<HealedFill> fills = new ArrayList<>();
        Cursor cursor = SpotTrades.start(symbol.name());
        while (!cursor.finished()) {
            Page page = lists.page(TRADES, cursor, account, scope);
            page.bookings().stream()
                    .map(booking -> HealedFill.of(booking, symbol))
                    .filter(fill -> days.contains(LocalDate.ofInstant(fill.time(), ZoneOffset.UTC)))
                    .filter(fill -> !fills.contains(fill))
                    .forEach(fills::add);
            cursor = page.next();
        }
        return fills;
    }

    private static List<SightedOrder> sightings(Page page) {
        return page.observations().stream()
                .flatMap(each -> each instanceof Sighted sighted
                        ? Stream.of(new SightedOrder(sighted.order(), sighted.baseAsset(), sighted.quoteAsset()))
                        : Stream.<SightedOrder>empty())
                .toList();
    }
}
