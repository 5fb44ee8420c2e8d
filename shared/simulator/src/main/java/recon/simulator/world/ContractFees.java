package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import recon.simulator.draw.Draw;
import recon.simulator.market.Contract;

/** What fills cost: some accounts are paid for resting orders, and in one contract these are free for the others. */
final class ContractFees {
    private static final BigDecimal MAKER_RATE = new BigDecimal("0.0002");
    private static final BigDecimal TAKER_RATE = new BigDecimal("0.0005");
    private static final BigDecimal REBATE = new BigDecimal("-0.00005");
    private static final BigDecimal BNB_DISCOUNT = new BigDecimal("0.9");
    private static final int MONEY_SCALE = 8;
    private static final Fee NOTHING = new Fee(BigDecimal.ZERO, Contract.MARGIN_ASSET);

    private final Scene scene;
    private final String free;

    /**
     * A fee.
     *
     * @param amount negative: it is received
     * @param asset what it is paid in
     */
    record Fee(BigDecimal amount, String asset) {
        /** The share of a part of the fill, rounded half-even to what a row can hold. */
        BigDecimal share(BigDecimal part, BigDecimal whole) {
            return amount.multiply(part).divide(whole, MONEY_SCALE, RoundingMode.HALF_EVEN);
        }
    }

    ContractFees(Scene scene) {
        this.scene = scene;
        this.free = Draw.of(scene.seed(), "free contract").pick(List.of("XRPUSDT", "LINKUSDT"));
    }

    /** The fee of a fill of so many dollars. */
    Fee of(ContractTicket ticket, BigDecimal dollars, long at) {
        OrderForm.Charging charging = ticket.form().charging();
        ContractIntent intent = ticket.intent();
        BigDecimal rate = rate(intent.account(), intent.contract(), charging);
        if (rate.signum() <= 0) {
            return rate.signum() == 0
                    ? NOTHING
                    : new Fee(dollars.multiply(rate).setScale(MONEY_SCALE, RoundingMode.DOWN), Contract.MARGIN_ASSET);
        }
        BigDecimal fee = dollars.multiply(rate);
        BigDecimal inBnb = fee.multiply(BNB_DISCOUNT)
                .divide(scene.prices().usd("BNB", at), MathContext.DECIMAL64)
                .setScale(MONEY_SCALE, RoundingMode.UP);
        boolean bnb = charging.inBnb()
                && scene.wallets()
                                .spendable(intent.account(), Wallet.FUTURES, "BNB")
                                .compareTo(inBnb)
                        >= 0;
        return bnb ? new Fee(inBnb, "BNB") : new Fee(fee.setScale(MONEY_SCALE, RoundingMode.UP), Contract.MARGIN_ASSET);
    }

    private BigDecimal rate(int account, Contract contract, OrderForm.Charging charging) {
        if (charging == OrderForm.Charging.FREE) {
            return BigDecimal.ZERO;
        }
        if (!charging.maker()) {
            return TAKER_RATE;
        }
        if (Draw.of(scene.seed(), "maker rebate", account).chance(30)) {
            return REBATE;
        }
        return contract.symbol().equals(free) ? BigDecimal.ZERO : MAKER_RATE;
    }
}
