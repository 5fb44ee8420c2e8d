package recon.simulator.world;

import java.math.BigDecimal;
import recon.simulator.draw.Draw;
import recon.simulator.futures.IncomeRow;

/** Moves money between the wallets of one account, and writes it down wherever the exchange shows it. */
final class OwnTransfers {
    private static final int LONGEST_PENDING_MS = 600_000;

    private final Scene scene;
    private final boolean idsShared;
    private final Flows flows;

    OwnTransfers(Scene scene, Flows flows) {
        this.scene = scene;
        this.flows = flows;
        this.idsShared = scene.switches().transferIdsShared();
    }

    void transfer(Draw draw, int account, Route route, String asset, BigDecimal amount, long at) {
        long id = scene.numbers().own("own wallets");
        OwnTransferRow row = new OwnTransferRow(
                id,
                idsShared ? id : scene.numbers().own("wallet transfer"),
                route,
                asset,
                amount,
                at,
                draw.chance(20) ? at + draw.below(LONGEST_PENDING_MS) : at,
                !draw.chance(12));
        scene.history().ownTransfers().add(scene.uid(account), row);
        if (row.success()) {
            scene.wallets().move(account, route.from(), asset, at, amount.negate());
            scene.wallets().move(account, route.to(), asset, at, amount);
            show(account, row, route.from(), amount.negate());
            show(account, row, route.to(), amount);
        }
    }

    private void show(int account, OwnTransferRow row, String wallet, BigDecimal amount) {
        if (wallet.equals(Wallet.FUTURES)) {
            scene.history()
                    .income()
                    .add(
                            scene.uid(account),
                            new IncomeRow("", "TRANSFER", amount, row.asset(), row.time(), row.otherId(), ""));
        } else if (Flows.known(wallet)) {
            flows.note(account, wallet, "TRANSFER", row.otherId(), row.asset(), amount, row.time());
        }
    }
}
