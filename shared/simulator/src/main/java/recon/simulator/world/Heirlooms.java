package recon.simulator.world;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import recon.simulator.draw.Draw;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.PositionFlag;
import recon.simulator.futures.PositionSide;
import recon.simulator.market.Contract;

/**
 * Positions that are older than the world: opened with one fill more than three months before its first day. A bonus of
 * the same day paid the fee, so that the wallet begins at zero.
 */
final class Heirlooms {
    private static final int CHANCE = 45;
    private static final int LEAST_DAYS = 95;
    private static final int MOST_DAYS = 150;
    private static final BigDecimal DOLLARS = BigDecimal.valueOf(400);

    private final Scene scene;
    private final Positions positions;
    private final ContractBroker broker;

    Heirlooms(Scene scene, Positions positions, ContractBroker broker) {
        this.scene = scene;
        this.positions = positions;
        this.broker = broker;
    }

    /** To be called before anything else happens in the account's contracts. */
    void hand(int account) {
        Draw draw = Draw.of(scene.seed(), "heirloom", account);
        if (!draw.chance(CHANCE)) {
            return;
        }
        Contract contract =
                Contract.named(draw.pick(List.of("BTCUSDT", "ETHUSDT"))).orElseThrow();
        long at = QuietTimes.around(
                scene.start() - draw.between(LEAST_DAYS, MOST_DAYS) * Agenda.DAY_MS + draw.below((int) Agenda.DAY_MS));
        boolean buy = draw.chance(50);
        String uid = scene.uid(account);
        PositionSide side = !positions.hedged(uid) ? PositionSide.BOTH : buy ? PositionSide.LONG : PositionSide.SHORT;
        BigDecimal price = positions.mark(contract.symbol(), at);
        BigDecimal qty = contract.quantity(DOLLARS.divide(price, MathContext.DECIMAL64));
        ContractIntent intent = ContractIntent.change(account, contract, side, buy ? qty : qty.negate());
        ContractTicket ticket = broker.take(intent, OrderForm.market(Clerk.name(draw), OrderForm.Charging.TAKER), at);
        BigDecimal fee = broker.fee(ticket, qty.multiply(price), at);
        broker.book(
                account,
                new IncomeRow(
                        "",
                        IncomeRow.BONUS,
                        fee,
                        Contract.MARGIN_ASSET,
                        at,
                        scene.numbers().own("bonus"),
                        ""));
        broker.fill(ticket, at, qty, price);
        broker.stories().of(broker.key(intent)).ifPresent(story -> story.marked(at, PositionFlag.INHERITED));
    }
}
