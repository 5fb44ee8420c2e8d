package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import recon.simulator.draw.Draw;
import recon.simulator.event.Placement;
import recon.simulator.event.Prevention;
import recon.simulator.market.Symbol;

/**
 * Orders of two accounts of one trade group that meet: base and quote move between the accounts, without a trade and
 * without a fee. One of the accounts has an order on the book, the other places one against it a while later.
 */
final class PreventedMatches implements DayPlan {
    /** The number of the only group. */
    static final long GROUP = 77;

    private static final int LEAST_DOLLARS = 30;
    private static final int MOST_A_DAY = 2;
    private static final int TRIES = 5;
    private static final int SECOND_MS = 1_000;
    private static final int LONGEST_REST_MS = 2 * 3_600_000;

    private final Scene scene;
    private final List<Symbol> symbols;

    PreventedMatches(Scene scene) {
        this.scene = scene;
        this.symbols = scene.market().everyday();
    }

    /** How many of the accounts belong to the group: not the last one, where two are left without it. */
    static int members(int accounts) {
        return accounts > 2 ? accounts - 1 : accounts;
    }

    @Override
    public void plan(long dayStart, int account) {
        int members = members(scene.accounts().size());
        if (members < 2 || account >= members) {
            return;
        }
        Draw draw = Draw.of(scene.seed(), "prevented matches", dayStart, account);
        int count = draw.between(0, MOST_A_DAY);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "prevented match");
            int other = (account + draw.between(1, members - 1)) % members;
            scene.agenda().note(scene.moments().fill(own, dayStart), at -> place(own, account, other, at));
        }
    }

    private void place(Draw draw, int account, int other, long at) {
        boolean buy = draw.chance(50);
        for (int i = 0; i < TRIES; i++) {
            Symbol symbol = draw.pick(symbols);
            if (symbol.open(at) && scene.prices().fine(symbol, at)) {
                BigDecimal price = scene.prices().price(symbol, at);
                BigDecimal qty = affordable(buy ? account : other, buy ? other : account, symbol, price)
                        .multiply(BigDecimal.valueOf(draw.between(10, 80), 3));
                BigDecimal rounded = symbol.quantity(qty);
                if (scene.amounts().dollars(symbol.base(), rounded, at).intValue() >= LEAST_DOLLARS) {
                    rest(draw, account, other, symbol, buy, rounded, price, at);
                    return;
                }
            }
        }
    }

    /** The most that one can pay for and the other can deliver. */
    private BigDecimal affordable(int buyer, int seller, Symbol symbol, BigDecimal price) {
        BigDecimal paid =
                scene.wallets().spendable(buyer, Wallet.SPOT, symbol.quote()).divide(price, MathContext.DECIMAL64);
        return paid.min(scene.wallets().spendable(seller, Wallet.SPOT, symbol.base()));
    }

    private void rest(
            Draw draw, int account, int other, Symbol symbol, boolean buy, BigDecimal qty, BigDecimal price, long at) {
        Docket resting = open(draw, account, symbol, buy, "GTC", qty, price, at);
        long later = scene.moments().notQuiet(at + draw.between(SECOND_MS, LONGEST_REST_MS));
        scene.agenda().note(later, ms -> {
            int buyer = buy ? account : other;
            int seller = buy ? other : account;
            if (symbol.open(ms) && affordable(buyer, seller, symbol, price).compareTo(qty) >= 0) {
                Docket taking = open(draw, other, symbol, !buy, draw.chance(50) ? "GTC" : "IOC", qty, price, ms);
                meet(resting, taking, symbol, qty, price, ms);
                move(buyer, seller, symbol, qty, price, ms);
            } else {
                resting.canceled(ms, Clerk.name(draw));
            }
        });
    }

    private void meet(Docket resting, Docket taking, Symbol symbol, BigDecimal qty, BigDecimal price, long at) {
        long match = scene.numbers().preventedMatch(symbol.name());
        resting.prevented(
                at, new Prevention(match, qty, price, taking.placement().orderId(), GROUP));
        taking.prevented(
                at, new Prevention(match, qty, price, resting.placement().orderId(), GROUP));
    }

    private void move(int buyer, int seller, Symbol symbol, BigDecimal qty, BigDecimal price, long at) {
        BigDecimal quote = qty.multiply(price);
        scene.wallets().fill(buyer, symbol.quote(), at, quote.negate());
        scene.wallets().fill(seller, symbol.base(), at, qty.negate());
        scene.wallets().fill(buyer, symbol.base(), at, qty);
        scene.wallets().fill(seller, symbol.quote(), at, quote);
    }

    private Docket open(
            Draw draw,
            int account,
            Symbol symbol,
            boolean buy,
            String timeInForce,
            BigDecimal qty,
            BigDecimal price,
            long at) {
        Docket docket = scene.clerk()
                .open(
                        account,
                        symbol,
                        new Placement(
                                symbol.name(),
                                scene.numbers().order(symbol.name()),
                                Clerk.name(draw),
                                buy,
                                "LIMIT",
                                timeInForce,
                                qty,
                                price,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                -1,
                                at,
                                Prevention.TRANSFER,
                                OptionalLong.empty(),
                                OptionalInt.empty()));
        docket.announce();
        return docket;
    }
}
