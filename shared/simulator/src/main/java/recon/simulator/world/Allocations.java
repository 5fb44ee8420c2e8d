package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import recon.simulator.draw.Draw;
import recon.simulator.market.Market;
import recon.simulator.market.Symbol;

/** Orders in the spot wallet that smart order routing fills. Subscribers are not told of them. */
final class Allocations implements DayPlan {
    private static final int LEAST_DOLLARS = 30;
    private static final int MONEY_SCALE = 8;

    private final Scene scene;
    private final List<Symbol> symbols;

    Allocations(Scene scene) {
        this.scene = scene;
        this.symbols = routed(scene.market());
    }

    /** The symbols in which there is smart order routing. */
    static List<Symbol> routed(Market market) {
        return Stream.of("BTC", "ETH", "BNB")
                .flatMap(base -> market.pair(base, "USDT").stream())
                .toList();
    }

    @Override
    public void plan(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "allocations", dayStart, account);
        int count = symbols.isEmpty() ? 0 : draw.between(0, 2);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "routed order");
            scene.agenda().note(scene.moments().fill(own, dayStart), at -> order(own, account, at));
        }
    }

    private void order(Draw draw, int account, long at) {
        Symbol symbol = draw.pick(symbols);
        boolean buy = draw.chance(50);
        BigDecimal price = scene.prices().price(symbol, at);
        BigDecimal share = scene.wallets()
                .spendable(account, Wallet.SPOT, buy ? symbol.quote() : symbol.base())
                .multiply(BigDecimal.valueOf(draw.between(10, 60), 3));
        int parts = draw.between(1, 2);
        BigDecimal part = buy ? share.divide(price, MathContext.DECIMAL64) : share;
        BigDecimal qty = symbol.quantity(part.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64));
        if (!symbol.open(at) || scene.amounts().dollars(symbol.base(), qty, at).intValue() < LEAST_DOLLARS) {
            return;
        }
        long orderId = scene.numbers().order(symbol.name());
        for (int i = 0; i < parts; i++) {
            fill(account, symbol, orderId, buy, qty, price, at);
        }
    }

    private void fill(
            int account, Symbol symbol, long orderId, boolean buy, BigDecimal qty, BigDecimal price, long at) {
        BigDecimal quoteQty = qty.multiply(price);
        String received = buy ? symbol.base() : symbol.quote();
        BigDecimal gain = buy ? qty : quoteQty;
        BigDecimal fee = gain.multiply(Fills.TAKER_RATE).setScale(MONEY_SCALE, RoundingMode.DOWN);
        scene.wallets().fill(account, buy ? symbol.quote() : symbol.base(), at, (buy ? quoteQty : qty).negate());
        scene.wallets().fill(account, received, at, gain);
        scene.wallets().fill(account, received, at, fee.negate());
        scene.history()
                .allocations()
                .add(
                        scene.uid(account),
                        new AllocationRow(
                                symbol.name(),
                                scene.numbers().allocation(symbol.name()),
                                orderId,
                                price,
                                qty,
                                fee,
                                received,
                                at,
                                buy));
    }
}
