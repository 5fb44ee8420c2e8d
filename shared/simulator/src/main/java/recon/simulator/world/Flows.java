package recon.simulator.world;

import java.math.BigDecimal;

/** Movements of margin wallets, each with its line in the capital flow. */
final class Flows {
    private final Scene scene;

    Flows(Scene scene) {
        this.scene = scene;
    }

    static boolean known(String wallet) {
        return wallet.equals(Wallet.MARGIN) || Wallet.pair(wallet).isPresent();
    }

    /** Moves an amount, and writes it down. */
    void move(int account, String wallet, String type, long tranId, String asset, BigDecimal amount, long at) {
        if (amount.signum() != 0) {
            scene.wallets().move(account, wallet, asset, at, amount);
            note(account, wallet, type, tranId, asset, amount, at);
        }
    }

    /** Writes down what has moved. */
    void note(int account, String wallet, String type, long tranId, String asset, BigDecimal amount, long at) {
        FlowRow row = new FlowRow(
                scene.numbers().own("capital flow"), tranId, at, asset, Wallet.pairOrEmpty(wallet), type, amount);
        scene.history().flows().add(scene.uid(account), row);
    }

    /** The number under which the capital flow shows what has another elsewhere. */
    long tranId(long elsewhere) {
        return scene.switches().transferIdsShared()
                ? elsewhere
                : scene.numbers().own("flow transaction");
    }
}
