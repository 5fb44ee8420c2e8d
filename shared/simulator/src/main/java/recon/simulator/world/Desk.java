package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.simulator.draw.Draw;
import recon.simulator.market.Market;
import recon.simulator.market.Prices;
import recon.simulator.market.Symbol;

/** Places orders of a plausible size and has them filled, some at once, some over a while. */
final class Desk {
    private static final int LEAST_DOLLARS = 12;
    private static final int MOST_DOLLARS = 15_000;
    private static final int TRIES = 10;
    private static final int SLOW_FILL_MS = 90_000;
    private static final int QUICK_FILL_MS = 40;
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private final List<Symbol> everyday;
    private final Market market;
    private final Prices prices;
    private final Vault vault;
    private final Fills fills;
    private final Numbers numbers;
    private final Clerk clerk;
    private final Agenda agenda;
    private final Moments moments;

    Desk(
            Market market,
            Prices prices,
            Vault vault,
            Fills fills,
            Numbers numbers,
            Clerk clerk,
            Agenda agenda,
            Moments moments) {
        this.everyday = market.everyday();
        this.market = market;
        this.prices = prices;
        this.vault = vault;
        this.fills = fills;
        this.numbers = numbers;
        this.clerk = clerk;
        this.agenda = agenda;
        this.moments = moments;
    }

    /** An order in a symbol that the account likes and can afford, in so many fills. */
    void anyOrder(Draw draw, int account, int parts, boolean burst, long now) {
        for (int i = 0; i < TRIES; i++) {
            Symbol symbol = everyday.get(liked(draw, account));
            if (prices.fine(symbol, now) && order(draw, account, symbol, draw.chance(50), parts, burst, now)) {
                return;
            }
        }
    }

    /** An order in one symbol; tells whether it could be placed. */
    boolean order(Draw draw, int account, Symbol symbol, boolean buy, int parts, boolean burst, long now) {
        BigDecimal price = prices.price(symbol, now);
        BigDecimal qty = size(draw, account, symbol, buy, price, now);
        if (!symbol.open(now) || dollars(symbol, qty, now) < LEAST_DOLLARS) {
            return false;
        }
        boolean maker = !burst && draw.chance(45);
        Order order = clerk.order(
                account, symbol, numbers.order(symbol.name()), buy, maker, draw.chance(55), qty, price, parts, now);
        order.docket().announce();
        long at = now;
        long last = now;
        for (BigDecimal part : split(draw, symbol, qty, parts)) {
            BigDecimal level = maker ? price : slipped(draw, symbol, price, buy);
            agenda.note(at, ms -> fills.fill(order, ms, part, level));
            last = at;
            at = burst ? at : moments.notQuiet(at + draw.below(maker ? SLOW_FILL_MS : QUICK_FILL_MS));
        }
        agenda.note(last, ms -> clerk.settle(order, ms));
        return true;
    }

    /** A small order of the account against its own resting order. */
    void selfTrade(Draw draw, int account, long now) {
        for (int i = 0; i < TRIES; i++) {
            Symbol symbol = everyday.get(liked(draw, account));
            BigDecimal price = prices.price(symbol, now);
            BigDecimal qty =
                    size(draw, account, symbol, true, price, now).min(size(draw, account, symbol, false, price, now));
            if (prices.fine(symbol, now) && symbol.open(now) && dollars(symbol, qty, now) >= LEAST_DOLLARS) {
                boolean restingBuys = draw.chance(50);
                String name = symbol.name();
                Order resting = clerk.order(
                        account, symbol, numbers.order(name), restingBuys, true, draw.chance(55), qty, price, 1, now);
                Order taking = clerk.order(
                        account, symbol, numbers.order(name), !restingBuys, false, draw.chance(55), qty, price, 1, now);
                fills.fillAgainstItself(resting, taking, now, qty, price);
                clerk.settle(resting, now);
                clerk.settle(taking, now);
                return;
            }
        }
    }

    /** Dollars into an asset that nobody keeps, and all of it on into another a little later. */
    void passThrough(Draw draw, int account, long now) {
        String asset = draw.pick(market.passing());
        Symbol onward = draw.pick(market.onwards(asset));
        Optional<Symbol> dollars =
                market.pair(asset, "USDT").filter(symbol -> prices.fine(symbol, now) && prices.fine(onward, now));
        dollars.ifPresent(entry -> {
            BigDecimal price = prices.price(entry, now);
            BigDecimal grain = entry.grain().max(onward.grain());
            BigDecimal qty = size(draw, account, entry, true, price, now)
                    .divide(grain, 0, RoundingMode.DOWN)
                    .multiply(grain);
            BigDecimal fee = fills.bnbFee(entry, qty.multiply(price), false, now);
            boolean feeIsThere = vault.spendable(account, "BNB").compareTo(fee) >= 0;
            Order in = clerk.order(account, entry, numbers.order(entry.name()), true, false, true, qty, price, 1, now);
            if (qty.signum() > 0 && feeIsThere && fills.fill(in, now, qty, price)) {
                clerk.settle(in, now);
                agenda.note(moments.notQuiet(now + draw.between(200, SLOW_FILL_MS)), ms -> {
                    BigDecimal level = prices.price(onward, ms);
                    Order out = clerk.order(
                            account, onward, numbers.order(onward.name()), false, false, true, qty, level, 1, ms);
                    fills.fill(out, ms, qty, level);
                    clerk.settle(out, ms);
                });
            }
        });
    }

    /** Each account has its own taste, so that not all trade the same. */
    private int liked(Draw draw, int account) {
        int place = draw.below(everyday.size());
        boolean strange = (place + account) % 3 == 0;
        return strange ? draw.below(everyday.size()) : place;
    }

    private BigDecimal size(Draw draw, int account, Symbol symbol, boolean buy, BigDecimal price, long now) {
        String given = buy ? symbol.quote() : symbol.base();
        BigDecimal share = vault.spendable(account, given)
                .multiply(BigDecimal.valueOf(draw.between(8, 70), 3))
                .min(BigDecimal.valueOf(MOST_DOLLARS).divide(prices.usd(given, now), DIGITS));
        return symbol.quantity(buy ? share.divide(price, DIGITS) : share);
    }

    private int dollars(Symbol symbol, BigDecimal qty, long now) {
        return qty.multiply(prices.usd(symbol.base(), now)).intValue();
    }

    private static BigDecimal slipped(Draw draw, Symbol symbol, BigDecimal price, boolean buy) {
        BigDecimal slip = symbol.tick().multiply(BigDecimal.valueOf(draw.below(4)));
        return buy ? price.add(slip) : price.subtract(slip).max(symbol.tick());
    }

    private static List<BigDecimal> split(Draw draw, Symbol symbol, BigDecimal qty, int parts) {
        List<BigDecimal> sizes = new ArrayList<>();
        BigDecimal left = qty;
        for (int i = parts; i > 1; i--) {
            BigDecimal part = symbol.quantity(left.multiply(BigDecimal.valueOf(draw.between(60, 140)))
                    .divide(BigDecimal.valueOf(100L * i), DIGITS));
            if (part.signum() > 0) {
                sizes.add(part);
                left = left.subtract(part);
            }
        }
        sizes.add(left);
        return sizes;
    }
}
