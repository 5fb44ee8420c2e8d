package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import recon.simulator.draw.Draw;
import recon.simulator.event.ListStatus;
import recon.simulator.event.Placement;
import recon.simulator.event.Prevention;
import recon.simulator.market.Market;
import recon.simulator.market.Prices;
import recon.simulator.market.Symbol;

/** Plans the orders of a day that are never filled. Their numbers lie in the gaps between those of the others. */
final class QuietOrders {
    private static final int TRADES_FOR_ONE = 5;
    private static final int MOST_A_DAY = 200;
    private static final int TRIES = 5;
    private static final int SECOND_MS = 1_000;
    private static final int LONGEST_MS = 20 * 3_600_000;
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final String LIMIT = "LIMIT";
    private static final String STOP = "STOP_LOSS_LIMIT";

    private final long seed;
    private final int count;
    private final List<Symbol> everyday;
    private final Prices prices;
    private final Numbers numbers;
    private final Clerk clerk;
    private final Journal journal;
    private final Agenda agenda;

    QuietOrders(
            long seed,
            int tradesPerDay,
            Market market,
            Prices prices,
            Numbers numbers,
            Clerk clerk,
            Journal journal,
            Agenda agenda) {
        this.seed = seed;
        this.count = Math.min(MOST_A_DAY, Math.ceilDiv(tradesPerDay, TRADES_FOR_ONE));
        this.everyday = market.everyday();
        this.prices = prices;
        this.numbers = numbers;
        this.clerk = clerk;
        this.journal = journal;
        this.agenda = agenda;
    }

    void plan(long dayStart, int account) {
        Draw draw = Draw.of(seed, "quiet orders", dayStart, account);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "quiet order");
            agenda.note(dayStart + draw.below((int) Agenda.DAY_MS), at -> place(own, account, at));
        }
    }

    private void place(Draw draw, int account, long at) {
        for (int i = 0; i < TRIES; i++) {
            Symbol symbol = draw.pick(everyday);
            if (symbol.open(at) && prices.fine(symbol, at)) {
                OptionalLong id = numbers.spareOrder(symbol.name());
                if (id.isPresent()) {
                    place(draw, account, symbol, id.getAsLong(), at);
                    return;
                }
            }
        }
    }

    private void place(Draw draw, int account, Symbol symbol, long id, long at) {
        int kind = draw.below(100);
        if (kind < 45) {
            cancelLater(draw, open(draw, account, symbol, id, LIMIT, "GTC", at), at);
        } else if (kind < 55) {
            Docket docket = open(draw, account, symbol, id, LIMIT, "GTC", at);
            docket.announce();
            agenda.note(later(draw, at), ms -> docket.expired(ms, "EXCHANGE_CANCELED"));
        } else if (kind < 62) {
            expireAtOnce(open(draw, account, symbol, id, LIMIT, "IOC", at), at, "UNFILLED_IOC_QUANTITY_EXPIRED");
        } else if (kind < 69) {
            expireAtOnce(open(draw, account, symbol, id, LIMIT, "FOK", at), at, "UNFILLED_FOK_ORDER_EXPIRED");
        } else if (kind < 73) {
            open(draw, account, symbol, id, "LIMIT_MAKER", "GTC", at).rejected("WOULD_MATCH_IMMEDIATELY");
        } else if (kind < 76) {
            open(draw, account, symbol, id, STOP, "GTC", at).rejected("STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY");
        } else if (kind < 83) {
            prevent(draw, open(draw, account, symbol, id, LIMIT, "GTC", at), id, at);
        } else if (kind < 90) {
            amend(draw, symbol, open(draw, account, symbol, id, LIMIT, "GTC", at), at);
        } else if (kind < 96) {
            pair(draw, account, symbol, id, at);
        } else {
            cancelLater(draw, open(draw, account, symbol, id, STOP, "GTC", at), at);
        }
    }

    private void cancelLater(Draw draw, Docket docket, long at) {
        docket.announce();
        agenda.note(later(draw, at), ms -> docket.canceled(ms, Clerk.name(draw)));
    }

    private static void expireAtOnce(Docket docket, long at, String reason) {
        docket.announce();
        docket.expired(at, reason);
    }

    private void prevent(Draw draw, Docket docket, long id, long at) {
        docket.announce();
        agenda.note(
                later(draw, at),
                ms -> docket.prevented(
                        ms,
                        new Prevention(
                                draw.between(1, 9_999),
                                docket.placement().quantity(),
                                docket.placement().price(),
                                id - 1,
                                draw.between(1, 50))));
    }

    private void amend(Draw draw, Symbol symbol, Docket docket, long at) {
        BigDecimal lower = symbol.quantity(docket.placement().quantity().divide(BigDecimal.TWO, DIGITS))
                .max(symbol.grain());
        if (lower.compareTo(docket.placement().quantity()) >= 0) {
            // An amendment lowers the quantity, and the least one cannot be lowered.
            cancelLater(draw, docket, at);
            return;
        }
        docket.announce();
        agenda.note(later(draw, at), ms -> {
            docket.replaced(ms, Clerk.name(draw), lower);
            agenda.note(later(draw, ms), end -> docket.canceled(end, Clerk.name(draw)));
        });
    }

    /** One above the market and one below it; both end together. */
    private void pair(Draw draw, int account, Symbol symbol, long id, long at) {
        OptionalLong second = numbers.spareOrder(symbol.name());
        if (second.isEmpty()) {
            cancelLater(draw, open(draw, account, symbol, id, LIMIT, "GTC", at), at);
            return;
        }
        long list = numbers.other("order list");
        String name = Clerk.name(draw);
        Docket stop = clerk.open(account, symbol, placement(draw, symbol, id, STOP, "GTC", list, at));
        Docket limit = clerk.open(
                account, symbol, placement(draw, symbol, second.getAsLong(), "LIMIT_MAKER", "GTC", list, at));
        List<Placement> orders = List.of(stop.placement(), limit.placement());
        stop.announce();
        limit.announce();
        journal.tell(account, at, new ListStatus(at, symbol.name(), list, name, at, false, orders));
        agenda.note(later(draw, at), ms -> {
            stop.canceled(ms, name);
            limit.canceled(ms, name);
            journal.tell(account, ms, new ListStatus(ms, symbol.name(), list, name, ms, true, orders));
        });
    }

    private Docket open(Draw draw, int account, Symbol symbol, long id, String type, String timeInForce, long at) {
        return clerk.open(account, symbol, placement(draw, symbol, id, type, timeInForce, -1, at));
    }

    private Placement placement(
            Draw draw, Symbol symbol, long id, String type, String timeInForce, long list, long at) {
        boolean buy = draw.chance(50);
        int offset = draw.between(5, 60);
        BigDecimal price = symbol.price(
                prices.price(symbol, at).multiply(BigDecimal.valueOf(1_000L + (buy ? -offset : offset), 3)));
        BigDecimal dollars = BigDecimal.valueOf(draw.between(20, 5_000));
        BigDecimal quantity = symbol.quantity(dollars.divide(prices.usd(symbol.base(), at), DIGITS))
                .max(symbol.grain());
        boolean stop = type.equals(STOP);
        return new Placement(
                symbol.name(),
                id,
                Clerk.name(draw),
                buy,
                type,
                timeInForce,
                quantity,
                price,
                stop ? price : BigDecimal.ZERO,
                BigDecimal.ZERO,
                list,
                at,
                "EXPIRE_MAKER",
                draw.chance(10) ? OptionalLong.of(draw.between(1, 99_999)) : OptionalLong.empty(),
                stop && list < 0 ? OptionalInt.of(draw.between(10, 500)) : OptionalInt.empty());
    }

    private static long later(Draw draw, long at) {
        return at + draw.between(SECOND_MS, draw.chance(50) ? 60 * SECOND_MS : LONGEST_MS);
    }
}
