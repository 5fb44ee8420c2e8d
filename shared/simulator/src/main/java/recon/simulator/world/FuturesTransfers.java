package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Optional;
import recon.simulator.draw.Draw;
import recon.simulator.futures.IncomeRow;
import recon.simulator.market.Contract;

/** Transfers between the main account and a sub-account of which one end is a futures wallet; dollars alone. */
final class FuturesTransfers implements DayPlan {
    private static final int MAIN = 0;
    private static final int LEAST_DOLLARS = 100;
    private static final String ASSET = Contract.MARGIN_ASSET;

    private final Scene scene;
    private final Positions positions;

    FuturesTransfers(Scene scene, Positions positions) {
        this.scene = scene;
        this.positions = positions;
    }

    /** Each sub-account's own. */
    @Override
    public void plan(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "futures transfers", dayStart, account);
        if (account != MAIN && draw.chance(60)) {
            Draw own = Draw.of(draw.next(), "transfer");
            scene.agenda().note(scene.moments().any(own, dayStart), at -> transfer(own, account, at));
        }
    }

    private void transfer(Draw draw, int sub, long at) {
        int kind = draw.below(100);
        if (kind < 50) {
            transfer(draw, MAIN, Wallet.SPOT, sub, Wallet.FUTURES, at);
        } else if (kind < 75) {
            transfer(draw, sub, Wallet.FUTURES, MAIN, Wallet.SPOT, at);
        } else {
            transfer(draw, sub, Wallet.SPOT, MAIN, Wallet.FUTURES, at);
        }
    }

    private void transfer(Draw draw, int from, String fromWallet, int to, String toWallet, long at) {
        boolean able = !scene.wallets()
                .worth(from, fromWallet, LEAST_DOLLARS, at, ASSET::equals)
                .isEmpty();
        BigDecimal bound =
                fromWallet.equals(Wallet.FUTURES) ? positions.notional(scene.uid(from), at) : BigDecimal.ZERO;
        BigDecimal share = scene.wallets()
                .spendable(from, fromWallet, ASSET)
                .subtract(bound)
                .multiply(BigDecimal.valueOf(draw.between(10, 90), 3));
        BigDecimal amount = scene.amounts().rounded(ASSET, share, at);
        if (!able || amount.signum() <= 0) {
            return;
        }
        boolean shared = scene.switches().transferIdsShared();
        long id = scene.numbers().transfer();
        TransferRow row = new TransferRow(
                id,
                shared ? id : scene.numbers().other("own transfer"),
                scene.uid(from),
                scene.uid(to),
                ASSET,
                amount,
                at,
                !draw.chance(12),
                Optional.empty(),
                fromWallet,
                toWallet);
        scene.history().add(row, false);
        if (row.success()) {
            move(from, fromWallet, row, amount.negate());
            move(to, toWallet, row, amount);
        }
    }

    private void move(int account, String wallet, TransferRow row, BigDecimal amount) {
        scene.wallets().move(account, wallet, ASSET, row.time(), amount);
        if (wallet.equals(Wallet.FUTURES)) {
            long id = scene.switches().transferIdsShared()
                    ? row.tranId()
                    : scene.numbers().own("wallet transfer");
            scene.history()
                    .income()
                    .add(scene.uid(account), new IncomeRow("", "TRANSFER", amount, ASSET, row.time(), id, ""));
        }
    }
}
