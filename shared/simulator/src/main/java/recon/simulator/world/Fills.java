package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import recon.simulator.SimulatedAccount;
import recon.simulator.market.Prices;
import recon.simulator.market.Symbol;

/** Executes fills: the row, the movements and the fee. */
final class Fills {
    /** Of what is received, for a resting order. */
    static final BigDecimal MAKER_RATE = new BigDecimal("0.0008");
    /** Of what is received, for an order that takes. */
    static final BigDecimal TAKER_RATE = new BigDecimal("0.001");

    private static final BigDecimal BNB_DISCOUNT = new BigDecimal("0.75");
    private static final int MONEY_SCALE = 8;

    private final List<SimulatedAccount> accounts;
    private final Prices prices;
    private final Vault vault;
    private final History history;
    private final Numbers numbers;

    Fills(List<SimulatedAccount> accounts, Prices prices, Vault vault, History history, Numbers numbers) {
        this.accounts = accounts;
        this.prices = prices;
        this.vault = vault;
        this.history = history;
        this.numbers = numbers;
    }

    /** Fills a part of the order if the symbol is open and the money is there; tells whether. */
    boolean fill(Order order, long at, BigDecimal qty, BigDecimal price) {
        if (!order.symbol().open(at) || !affordable(order, qty, price)) {
            return false;
        }
        settle(order, numbers.trade(order.symbol().name(), at), at, qty, price);
        return true;
    }

    /** Fills two orders of one account against each other: one trade, two rows. */
    void fillAgainstItself(Order first, Order second, long at, BigDecimal qty, BigDecimal price) {
        Symbol symbol = first.symbol();
        if (symbol.open(at) && affordable(first, qty, price) && affordable(second, qty, price)) {
            long id = numbers.trade(symbol.name(), at);
            settle(first, id, at, qty, price);
            settle(second, id, at, qty, price);
        }
    }

    /** What the fee would be in BNB. */
    BigDecimal bnbFee(Symbol symbol, BigDecimal quoteQty, boolean maker, long at) {
        return quoteQty.multiply(prices.usd(symbol.quote(), at))
                .divide(prices.usd("BNB", at), MathContext.DECIMAL64)
                .multiply(rate(maker))
                .multiply(BNB_DISCOUNT)
                .setScale(MONEY_SCALE, RoundingMode.DOWN);
    }

    private boolean affordable(Order order, BigDecimal qty, BigDecimal price) {
        BigDecimal given = order.buy() ? qty.multiply(price) : qty;
        return vault.spendable(order.account(), order.given()).compareTo(given) >= 0;
    }

    private void settle(Order order, long id, long at, BigDecimal qty, BigDecimal price) {
        BigDecimal quoteQty = qty.multiply(price);
        BigDecimal received = order.buy() ? qty : quoteQty;
        vault.fill(order.account(), order.given(), at, (order.buy() ? quoteQty : qty).negate());
        vault.fill(order.account(), order.received(), at, received);
        BigDecimal inBnb = bnbFee(order.symbol(), quoteQty, order.maker(), at);
        boolean bnb =
                order.feeInBnb() && vault.spendable(order.account(), "BNB").compareTo(inBnb) >= 0;
        String feeAsset = bnb ? "BNB" : order.received();
        BigDecimal fee = bnb ? inBnb : received.multiply(rate(order.maker())).setScale(MONEY_SCALE, RoundingMode.DOWN);
        vault.fill(order.account(), feeAsset, at, fee.negate());
        TradeRow row = new TradeRow(
                order.symbol().name(),
                id,
                order.id(),
                price,
                qty,
                quoteQty,
                fee,
                feeAsset,
                at,
                order.buy(),
                order.maker());
        history.add(accounts.get(order.account()).uid(), row);
        order.docket().filled(row);
    }

    private static BigDecimal rate(boolean maker) {
        return maker ? MAKER_RATE : TAKER_RATE;
    }
}
