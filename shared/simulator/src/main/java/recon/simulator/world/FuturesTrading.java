package recon.simulator.world;

import java.math.BigDecimal;
import recon.simulator.draw.Draw;
import recon.simulator.futures.IncomeRow;
import recon.simulator.market.Contract;
import recon.simulator.market.Settlement;

/** Plans a day of one account in contracts: its own orders, what the exchange does to it, and funding three times. */
final class FuturesTrading implements DayPlan {
    private static final int LIQUIDATION_CHANCE = 7;
    private static final int ADL_CHANCE = 6;
    private static final int MOVE_CHANCE = 12;
    private static final int LATE_CHANCE = 15;
    private static final int GIFT_CHANCE = 8;
    private static final int HOURS_MS = 5 * 3_600_000;

    private final Scene scene;
    private final ContractBroker broker;
    private final ContractDesk desk;
    private final ForcedClosings closings;
    private final FundingRun funding;
    private final Heirlooms heirlooms;

    FuturesTrading(Scene scene, Positions positions) {
        this.scene = scene;
        this.broker = new ContractBroker(scene, positions);
        this.desk = new ContractDesk(scene, positions, broker, new Brackets(scene, positions, broker));
        this.closings = new ForcedClosings(scene, positions, broker);
        this.funding = new FundingRun(scene, positions, broker);
        this.heirlooms = new Heirlooms(scene, positions, broker);
    }

    @Override
    public void plan(long dayStart, int account) {
        if (dayStart == scene.start()) {
            heirlooms.hand(account);
        }
        funding.plan(dayStart, account);
        Draw draw = Draw.of(scene.seed(), "futures", dayStart, account);
        int usual = scene.futures().ordersPerDay();
        int count = draw.between(usual - usual / 2, usual + usual / 2);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "contract order");
            note(own, dayStart, at -> desk.order(own, account, at));
        }
        byForce(dayStart, account);
        settlement(dayStart, account);
        late(dayStart, account);
        gift(dayStart, account);
    }

    private void byForce(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "forced closings", dayStart, account);
        if (draw.chance(LIQUIDATION_CHANCE)) {
            note(draw, dayStart, at -> closings.liquidate(draw, account, at));
        }
        Draw second = Draw.of(scene.seed(), "deleveraging", dayStart, account);
        if (second.chance(ADL_CHANCE)) {
            note(second, dayStart, at -> closings.deleverage(second, account, at));
        }
        Draw third = Draw.of(scene.seed(), "position moves", dayStart, account);
        if (scene.futures().movesPositions() && third.chance(MOVE_CHANCE)) {
            note(third, dayStart, at -> closings.move(third, account, at));
        }
    }

    /** Some have still something open in a contract that ends today. */
    private void settlement(long dayStart, int account) {
        Settlement settlement = scene.market().settlement();
        long at = settlement.at();
        if (at < dayStart || at >= dayStart + Agenda.DAY_MS) {
            return;
        }
        Draw draw = Draw.of(scene.seed(), "last trades", dayStart, account);
        if (draw.chance(60) && scene.futures().ordersPerDay() > 0) {
            Contract contract = Contract.named(settlement.symbol()).orElseThrow();
            scene.agenda()
                    .note(
                            QuietTimes.around(at - 1 - draw.below(HOURS_MS)),
                            ms -> desk.open(draw, account, contract, ms));
        }
        scene.agenda().note(at, ms -> closings.settle(draw, account, ms));
    }

    /** A position that is opened just after the hour, and is charged for it all the same. */
    private void late(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "late funding", dayStart, account);
        long delayMs = scene.switches().wallets().fundingEffectDelay().toMillis();
        if (delayMs > 1 && scene.futures().ordersPerDay() > 0 && draw.chance(LATE_CHANCE)) {
            long hour = dayStart + FundingRates.EVERY_MS * draw.below(3);
            Contract contract = draw.pick(Contract.all());
            if (scene.market().settlement().open(contract, hour + delayMs)) {
                scene.agenda()
                        .note(hour + draw.between(1, (int) delayMs - 1), ms -> desk.open(draw, account, contract, ms));
            }
        }
    }

    /** What friends' trades bring: of no contract and no position. */
    private void gift(long dayStart, int account) {
        Draw draw = Draw.of(scene.seed(), "kickbacks", dayStart, account);
        if (scene.futures().ordersPerDay() > 0 && draw.chance(GIFT_CHANCE)) {
            BigDecimal amount = BigDecimal.valueOf(draw.between(1, 9_999_999), 8);
            note(
                    draw,
                    dayStart,
                    at -> broker.book(
                            account,
                            new IncomeRow(
                                    "",
                                    IncomeRow.KICKBACK,
                                    amount,
                                    Contract.MARGIN_ASSET,
                                    at,
                                    scene.numbers().own("kickback"),
                                    "")));
        }
    }

    private void note(Draw draw, long dayStart, Agenda.Happening happening) {
        scene.agenda().note(QuietTimes.around(scene.moments().any(draw, dayStart)), happening);
    }
}
