package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import recon.simulator.draw.Draw;
import recon.simulator.market.Symbol;

/** Trades in one kind of margin wallet, and now and then the exchange sells there to get a loan back. */
final class MarginTrading implements DayPlan {
    private static final int LEAST_DOLLARS = 15;
    private static final int MONEY_SCALE = 8;
    private static final BigDecimal LIQUIDATION_FEE = new BigDecimal("0.02");

    private final Scene scene;
    private final MarginDesk.Account desk;
    private final Flows flows;
    private final boolean interestFirst;

    MarginTrading(Scene scene, MarginDesk.Account desk, Flows flows) {
        this.scene = scene;
        this.desk = desk;
        this.flows = flows;
        this.interestFirst = scene.switches().wallets().liquidationPaysInterestFirst();
    }

    @Override
    public void plan(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "margin " + desk.wallet(account), dayStart, account);
        int count = draw.between(2, 6);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "margin order");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> order(own, account, at));
        }
        if (draw.chance(8)) {
            scene.agenda().note(scene.moments().any(draw, dayStart), at -> liquidate(account, at));
        }
    }

    private void order(Draw draw, int account, long at) {
        String wallet = desk.wallet(account);
        Symbol symbol = draw.pick(desk.symbols(account));
        boolean buy = draw.chance(55);
        BigDecimal price = scene.prices().price(symbol, at);
        BigDecimal share = scene.wallets()
                .spendable(account, wallet, buy ? symbol.quote() : symbol.base())
                .multiply(BigDecimal.valueOf(draw.between(5, 40), 2));
        BigDecimal qty = symbol.quantity(buy ? share.divide(price, MathContext.DECIMAL64) : share);
        int parts = draw.between(1, 2);
        if (!symbol.open(at) || scene.amounts().dollars(symbol.base(), qty, at).intValue() < LEAST_DOLLARS * parts) {
            return;
        }
        long orderId = scene.numbers().order(symbol.name());
        boolean maker = draw.chance(40);
        boolean feeInBnb = draw.chance(40);
        BigDecimal half = parts == 1 ? qty : symbol.quantity(qty.multiply(new BigDecimal("0.5")));
        fill(account, wallet, symbol, orderId, buy, maker, feeInBnb, half, price, at);
        if (half.compareTo(qty) < 0) {
            fill(account, wallet, symbol, orderId, buy, maker, feeInBnb, qty.subtract(half), price, at);
        }
    }

    private void fill(
            int account,
            String wallet,
            Symbol symbol,
            long orderId,
            boolean buy,
            boolean maker,
            boolean feeInBnb,
            BigDecimal qty,
            BigDecimal price,
            long at) {
        BigDecimal quoteQty = qty.multiply(price);
        long tranId = scene.numbers().own("flow transaction");
        String side = buy ? "BUY" : "SELL";
        String given = buy ? symbol.quote() : symbol.base();
        String received = buy ? symbol.base() : symbol.quote();
        BigDecimal gain = buy ? qty : quoteQty;
        flows.move(account, wallet, side + "_EXPENSE", tranId, given, (buy ? quoteQty : qty).negate(), at);
        flows.move(account, wallet, side + "_INCOME", tranId, received, gain, at);
        BigDecimal rate = maker ? Fills.MAKER_RATE : Fills.TAKER_RATE;
        BigDecimal inBnb = scene.amounts()
                .dollars(symbol.quote(), quoteQty, at)
                .multiply(rate)
                .divide(scene.prices().usd("BNB", at), MathContext.DECIMAL64)
                .setScale(MONEY_SCALE, RoundingMode.DOWN);
        boolean bnb =
                feeInBnb && scene.wallets().spendable(account, wallet, "BNB").compareTo(inBnb) >= 0;
        BigDecimal fee = bnb ? inBnb : gain.multiply(rate).setScale(MONEY_SCALE, RoundingMode.DOWN);
        String feeAsset = bnb ? "BNB" : received;
        flows.move(account, wallet, "TRADING_COMMISSION", tranId, feeAsset, fee.negate(), at);
        TradeRow row = new TradeRow(
                symbol.name(),
                scene.numbers().trade(symbol.name(), at),
                orderId,
                price,
                qty,
                quoteQty,
                fee,
                feeAsset,
                at,
                buy,
                maker);
        scene.history().marginTrades().add(scene.uid(account), new MarginTrade(row, Wallet.pairOrEmpty(wallet)));
    }

    /** Half of what is held of a base asset is sold for a loan in its quote asset; no other list has the repayment. */
    private void liquidate(int account, long at) {
        String wallet = desk.wallet(account);
        Purse purse = scene.wallets().purse(account, wallet);
        desk.symbols(account).stream()
                .filter(symbol -> symbol.open(at) && purse.owes(symbol.quote()).signum() > 0)
                .filter(symbol -> scene.amounts()
                                .dollars(symbol.base(), purse.holds(symbol.base()), at)
                                .intValue()
                        > LEAST_DOLLARS * 2)
                .findFirst()
                .ifPresent(symbol -> sell(account, wallet, symbol, at));
    }

    private void sell(int account, String wallet, Symbol symbol, long at) {
        Purse purse = scene.wallets().purse(account, wallet);
        BigDecimal price = scene.prices().price(symbol, at);
        BigDecimal qty = symbol.quantity(purse.holds(symbol.base()).multiply(new BigDecimal("0.5")));
        BigDecimal quoteQty = qty.multiply(price);
        BigDecimal fee = quoteQty.multiply(LIQUIDATION_FEE).setScale(MONEY_SCALE, RoundingMode.DOWN);
        long tranId = scene.numbers().own("flow transaction");
        flows.move(account, wallet, "SELL_LIQUIDATION", tranId, symbol.base(), qty.negate(), at);
        flows.move(account, wallet, "SELL_LIQUIDATION", tranId, symbol.quote(), quoteQty, at);
        flows.move(account, wallet, "LIQUIDATION_FEE", tranId, symbol.quote(), fee.negate(), at);
        BigDecimal repaid = purse.owes(symbol.quote()).min(purse.holds(symbol.quote()));
        BigDecimal interest = interestFirst
                ? repaid.min(purse.interest().total(symbol.quote()))
                : repaid.subtract(purse.borrowed().total(symbol.quote())).max(BigDecimal.ZERO);
        purse.owe(symbol.quote(), at, interest.subtract(repaid), interest.negate());
        flows.move(account, wallet, "REPAY_LIQUIDATION", tranId, symbol.quote(), repaid.negate(), at);
        scene.history()
                .liquidations()
                .add(
                        scene.uid(account),
                        new LiquidationRow(
                                scene.numbers().order(symbol.name()),
                                symbol.name(),
                                price,
                                qty,
                                at,
                                Wallet.pairOrEmpty(wallet)));
    }
}
