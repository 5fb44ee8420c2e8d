package recon.simulator.world;

import java.math.BigDecimal;
import recon.simulator.draw.Draw;

/** Moves money between the wallets of one account, and writes it down wherever the exchange shows it. */
final class OwnTransfers {
    private static final int LONGEST_PENDING_MS = 600_000;

    private final Scene scene;
    private final boolean idsShared;

    OwnTransfers(Scene scene) {
        this.scene = scene;
        this.idsShared = scene.switches().transferIdsShared();
    }

    void transfer(Draw draw, int account, Route route, String asset, BigDecimal amount, long at) {
        long id = scene.numbers().other("own wallets");
        OwnTransferRow row = new OwnTransferRow(
                id,
                idsShared ? id : scene.numbers().other("wallet transfer"),
                route,
                asset,
                amount,
                at,
                draw.chance(20) ? at + draw.below(LONGEST_PENDING_MS) : at,
                !draw.chance(12));
        String uid = scene.uid(account);
        scene.history().ownTransfers().add(uid, row);
        if (row.success()) {
            scene.wallets().move(account, route.from(), asset, at, amount.negate());
            scene.wallets().move(account, route.to(), asset, at, amount);
            show(uid, row, route.from(), amount.negate());
            show(uid, row, route.to(), amount);
        }
    }

    private void show(String uid, OwnTransferRow row, String wallet, BigDecimal amount) {
        if (wallet.equals(Wallet.FUTURES)) {
            scene.history()
                    .income()
                    .add(uid, new IncomeRow("", "TRANSFER", amount, row.asset(), row.time(), row.otherId(), ""));
        } else if (wallet.equals(Wallet.MARGIN) || Wallet.pair(wallet).isPresent()) {
            scene.history()
                    .flows()
                    .add(
                            uid,
                            new FlowRow(
                                    scene.numbers().other("capital flow"),
                                    row.otherId(),
                                    row.time(),
                                    row.asset(),
                                    Wallet.pairOrEmpty(wallet),
                                    "TRANSFER",
                                    amount));
        }
    }
}
