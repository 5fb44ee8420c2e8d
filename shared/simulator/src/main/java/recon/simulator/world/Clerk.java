package recon.simulator.world;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import recon.simulator.draw.Draw;
import recon.simulator.event.Placement;
import recon.simulator.market.Symbol;

/**
 * Writes the papers of orders: what kind they are, since when they rest, and what becomes of a remainder. Everything
 * here is drawn apart from the trades, which do not depend on it.
 */
final class Clerk {
    static final String HEX = "0123456789abcdef";
    private static final int SLIPPED_TICKS = 4;
    private static final int LONGEST_REST_MS = 2 * 3_600_000;
    private static final int SECOND_MS = 1_000;
    private static final int NAME_LENGTH = 20;

    private final long seed;
    private final Journal journal;
    private final Agenda agenda;
    private final Map<String, Long> lastCreated = new HashMap<>();

    Clerk(long seed, Journal journal, Agenda agenda) {
        this.seed = seed;
        this.journal = journal;
        this.agenda = agenda;
    }

    /**
     * The order of which a desk has decided the fills. One that rests was placed up to two hours ago, the same day and
     * not before an order of a lower number.
     *
     * @param qty what is to be filled, base asset; the order may be for more
     * @param price of the fills, but for the slippage of one that takes
     */
    Order order(
            int account,
            Symbol symbol,
            long id,
            boolean buy,
            boolean maker,
            boolean feeInBnb,
            BigDecimal qty,
            BigDecimal price,
            int parts,
            long now) {
        Draw draw = Draw.of(seed, "placement " + symbol.name(), id);
        Placement placement = maker
                ? resting(draw, symbol, id, buy, qty, price, created(draw, symbol, now))
                : taking(draw, symbol, id, buy, qty, price, parts, created(symbol, now));
        return new Order(account, symbol, id, buy, maker, feeInBnb, new Docket(account, symbol, placement, journal));
    }

    /** The order of a given placement, at its time. */
    Docket open(int account, Symbol symbol, Placement placement) {
        created(symbol, placement.created());
        return new Docket(account, symbol, placement, journal);
    }

    /** No fill is to come: what is left of the order will be cancelled, or expires. */
    void settle(Order order, long now) {
        Docket docket = order.docket();
        if (docket.ended() || !docket.announced()) {
            return;
        }
        Draw draw = Draw.of(seed, "remainder " + order.symbol().name(), order.id());
        if (docket.placement().rests()) {
            agenda.note(now + draw.between(SECOND_MS, LONGEST_REST_MS), at -> {
                if (draw.chance(85)) {
                    docket.canceled(at, name(draw));
                } else {
                    docket.expired(at, "EXCHANGE_CANCELED");
                }
            });
        } else {
            docket.expired(now, reason(docket.placement()));
        }
    }

    static String name(Draw draw) {
        return (draw.chance(50) ? "web_" : "x-") + draw.text(HEX, NAME_LENGTH);
    }

    private static String reason(Placement placement) {
        return switch (placement.timeInForce()) {
            case "IOC" -> "UNFILLED_IOC_QUANTITY_EXPIRED";
            case "FOK" -> "UNFILLED_FOK_ORDER_EXPIRED";
            default -> "INSUFFICIENT_LIQUIDITY";
        };
    }

    private long created(Draw draw, Symbol symbol, long now) {
        long dayStart = Math.floorDiv(now, Agenda.DAY_MS) * Agenda.DAY_MS;
        return created(symbol, Math.max(dayStart, now - draw.below(LONGEST_REST_MS)));
    }

    /** No order is older than one of a lower number. */
    private long created(Symbol symbol, long at) {
        return lastCreated.merge(symbol.name(), at, Math::max);
    }

    private static Placement resting(
            Draw draw, Symbol symbol, long id, boolean buy, BigDecimal qty, BigDecimal price, long created) {
        int kind = draw.below(100);
        String type =
                kind < 70 ? "LIMIT" : kind < 88 ? "LIMIT_MAKER" : kind < 94 ? "STOP_LOSS_LIMIT" : "TAKE_PROFIT_LIMIT";
        BigDecimal more = draw.chance(20)
                ? symbol.quantity(qty.multiply(BigDecimal.valueOf(draw.between(10, 80), 2)))
                : BigDecimal.ZERO;
        return new Placement(
                symbol.name(),
                id,
                name(draw),
                buy,
                type,
                "GTC",
                qty.add(more),
                price,
                kind < 88 ? BigDecimal.ZERO : price,
                BigDecimal.ZERO,
                -1,
                created,
                draw.chance(80) ? "EXPIRE_MAKER" : "NONE",
                draw.chance(10) ? OptionalLong.of(draw.between(1, 99_999)) : OptionalLong.empty(),
                OptionalInt.empty());
    }

    private static Placement taking(
            Draw draw, Symbol symbol, long id, boolean buy, BigDecimal qty, BigDecimal price, int parts, long created) {
        int kind = draw.below(100);
        boolean market = kind < 55;
        String timeInForce = market || kind < 65 ? "GTC" : kind < 90 || parts > 1 ? "IOC" : "FOK";
        BigDecimal slip = symbol.tick().multiply(BigDecimal.valueOf(SLIPPED_TICKS));
        BigDecimal limit = buy ? price.add(slip) : price.subtract(slip).max(symbol.tick());
        boolean more = timeInForce.equals("IOC") && draw.chance(20);
        boolean byQuote = market && buy && draw.chance(20);
        return new Placement(
                symbol.name(),
                id,
                name(draw),
                buy,
                market ? "MARKET" : "LIMIT",
                timeInForce,
                more ? qty.add(symbol.quantity(qty.add(symbol.grain()))) : qty,
                market ? BigDecimal.ZERO : limit,
                BigDecimal.ZERO,
                byQuote ? qty.multiply(limit) : BigDecimal.ZERO,
                -1,
                created,
                draw.chance(80) ? "EXPIRE_MAKER" : "NONE",
                draw.chance(10) ? OptionalLong.of(draw.between(1, 99_999)) : OptionalLong.empty(),
                OptionalInt.empty());
    }
}
