package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import recon.simulator.draw.Draw;
import recon.simulator.market.Contract;

/** Trades contracts for no more than the wallet holds, in one-way mode, and pays or receives funding three times a day. */
final class FuturesTrading implements DayPlan {
    private static final BigDecimal MAKER_RATE = new BigDecimal("0.0002");
    private static final BigDecimal TAKER_RATE = new BigDecimal("0.0005");
    private static final BigDecimal BNB_DISCOUNT = new BigDecimal("0.9");
    private static final int MONEY_SCALE = 8;
    private static final int LEAST_DOLLARS = 50;
    private static final long FUNDING_MS = 8 * 3_600_000L;

    private final Scene scene;
    private final Positions positions;

    FuturesTrading(Scene scene, Positions positions) {
        this.scene = scene;
        this.positions = positions;
    }

    @Override
    public void plan(long dayStart, int account) {
        for (long at = dayStart; at < dayStart + Agenda.DAY_MS; at += FUNDING_MS) {
            scene.agenda().note(at, ms -> fund(account, ms));
        }
        Draw draw = Draw.of(scene.seed(), "futures", dayStart, account);
        int count = draw.between(4, 9);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "contract order");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> order(own, account, at));
        }
    }

    private void order(Draw draw, int account, long at) {
        Contract contract = draw.pick(Contract.all());
        Position position = position(account, contract);
        BigDecimal price = positions.mark(contract.symbol(), at);
        BigDecimal open = opening(draw, account, price, at);
        int kind = draw.below(100);
        BigDecimal qty;
        if (!position.open()) {
            qty = draw.chance(50) ? open : open.negate();
        } else if (kind < 40) {
            qty = position.amount().negate();
        } else if (kind < 60) {
            qty = position.amount().negate().multiply(new BigDecimal("0.5"));
        } else if (kind < 80) {
            qty = position.amount().signum() > 0 ? open : open.negate();
        } else {
            BigDecimal turned = position.amount().signum() > 0 ? open.negate() : open;
            qty = position.amount().negate().add(turned);
        }
        boolean maker = draw.chance(40);
        boolean inBnb = draw.chance(50);
        int parts = draw.between(1, 3);
        BigDecimal left = contract.quantity(qty);
        BigDecimal part = contract.quantity(left.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64));
        for (int i = 1; i < parts && part.signum() != 0; i++) {
            fill(account, contract, part, price, maker, inBnb, at);
            left = left.subtract(part);
        }
        if (left.signum() != 0) {
            fill(account, contract, left, price, maker, inBnb, at);
        }
    }

    /** How much more may be opened; all that is open stays below what the wallet holds. */
    private BigDecimal opening(Draw draw, int account, BigDecimal price, long at) {
        BigDecimal wallet = scene.wallets().spendable(account, Wallet.FUTURES, Contract.MARGIN_ASSET);
        BigDecimal room = wallet.subtract(positions.notional(scene.uid(account), at));
        BigDecimal wanted =
                wallet.multiply(BigDecimal.valueOf(draw.between(5, 25), 2)).min(room);
        return wanted.intValue() < LEAST_DOLLARS ? BigDecimal.ZERO : wanted.divide(price, MathContext.DECIMAL64);
    }

    private void fill(
            int account, Contract contract, BigDecimal qty, BigDecimal price, boolean maker, boolean inBnb, long at) {
        String symbol = contract.symbol();
        Position before = position(account, contract);
        BigDecimal closed = before.closedBy(qty);
        String tradeId = Long.toString(scene.numbers().trade("contract " + symbol, at));
        long tranId = scene.numbers().own("income");
        BigDecimal fee = qty.abs().multiply(price).multiply(maker ? MAKER_RATE : TAKER_RATE);
        BigDecimal fromBnb = fee.multiply(BNB_DISCOUNT)
                .divide(scene.prices().usd("BNB", at), MathContext.DECIMAL64)
                .setScale(MONEY_SCALE, RoundingMode.UP);
        boolean bnb = inBnb
                && scene.wallets().spendable(account, Wallet.FUTURES, "BNB").compareTo(fromBnb) >= 0;
        add(
                account,
                new IncomeRow(
                        symbol,
                        "COMMISSION",
                        bnb
                                ? fromBnb.negate()
                                : fee.setScale(MONEY_SCALE, RoundingMode.UP).negate(),
                        bnb ? "BNB" : Contract.MARGIN_ASSET,
                        at,
                        tranId,
                        tradeId));
        BigDecimal profit = new Position(symbol, at, closed, before.entry()).profit(price);
        if (profit.signum() != 0) {
            add(account, new IncomeRow(symbol, "REALIZED_PNL", profit, Contract.MARGIN_ASSET, at, tranId, tradeId));
        }
        positions.changed(scene.uid(account), before.after(at, qty, price));
    }

    /** Stamped on the very hour for all contracts; the wallet may show it later. */
    private void fund(int account, long at) {
        for (Position position : positions.current(scene.uid(account)).values()) {
            BigDecimal rate = BigDecimal.valueOf(
                    Draw.of(scene.seed(), "funding " + position.symbol(), at).between(-30, 60), 6);
            BigDecimal fee = position.amount()
                    .multiply(positions.mark(position.symbol(), at))
                    .multiply(rate)
                    .negate()
                    .setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
            if (fee.signum() != 0) {
                IncomeRow row = new IncomeRow(
                        position.symbol(),
                        "FUNDING_FEE",
                        fee,
                        Contract.MARGIN_ASSET,
                        at,
                        scene.numbers().own("funding fee"),
                        "");
                scene.wallets().purse(account, Wallet.FUTURES).moveLate(row.asset(), at, fee);
                scene.history().income().add(scene.uid(account), row);
            }
        }
    }

    private void add(int account, IncomeRow row) {
        scene.wallets().move(account, Wallet.FUTURES, row.asset(), row.time(), row.amount());
        scene.history().income().add(scene.uid(account), row);
    }

    private Position position(int account, Contract contract) {
        return positions.current(scene.uid(account)).getOrDefault(contract.symbol(), Position.none(contract.symbol()));
    }
}
