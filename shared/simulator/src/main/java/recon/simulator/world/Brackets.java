package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import recon.simulator.draw.Draw;
import recon.simulator.futures.AlgoPlacement;
import recon.simulator.futures.AlgoState;
import recon.simulator.futures.AlgoState.Status;
import recon.simulator.market.Contract;

/**
 * Stop loss and take profit. The price at any instant is known beforehand here, so the one that will be reached is drawn
 * with its instant; the other one goes when the position does.
 */
final class Brackets implements ContractBroker.Watcher {
    private static final int SOONEST_MS = 5 * 60_000;
    private static final int LATEST_MS = 10 * 3_600_000;

    private final Scene scene;
    private final Positions positions;
    private final ContractBroker broker;
    private final Map<Stories.Key, List<Stages<AlgoState>>> waiting = new HashMap<>();

    Brackets(Scene scene, Positions positions, ContractBroker broker) {
        this.scene = scene;
        this.positions = positions;
        this.broker = broker;
        broker.watched(this);
    }

    /** Places one or both for an open position that has none. */
    void protect(Draw draw, ContractIntent intent, long at) {
        Position position = broker.position(intent);
        if (!position.open() || waiting.containsKey(broker.key(intent))) {
            return;
        }
        Contract contract = intent.contract();
        long then = QuietTimes.around(at + draw.between(SOONEST_MS, LATEST_MS));
        BigDecimal reached = positions.mark(contract.symbol(), then);
        BigDecimal away = contract.price(position.entry().multiply(BigDecimal.valueOf(draw.between(30, 90), 3)));
        boolean rises = reached.compareTo(position.entry()) > 0;
        boolean loses = rises != position.amount().signum() > 0;
        boolean whole = draw.chance(70);
        Stages<AlgoState> order = place(draw, intent, position, loses, whole, reached, at);
        if (draw.chance(75)) {
            BigDecimal other =
                    rises ? position.entry().subtract(away) : position.entry().add(away);
            place(draw, intent, position, !loses, whole, contract.price(other), at);
        }
        scene.agenda().note(then, ms -> trigger(draw, intent, order, ms));
    }

    @Override
    public void ended(Stories.Key key, long at) {
        List<Stages<AlgoState>> left = waiting.remove(key);
        if (left != null) {
            left.forEach(order -> note(order, Status.EXPIRED, at, 0, OptionalLong.empty(), BigDecimal.ZERO));
        }
    }

    private Stages<AlgoState> place(
            Draw draw,
            ContractIntent intent,
            Position position,
            boolean againstLoss,
            boolean whole,
            BigDecimal trigger,
            long at) {
        AlgoPlacement placement = new AlgoPlacement(
                position.symbol(),
                scene.numbers().own("algo order"),
                Clerk.name(draw),
                position.amount().signum() < 0,
                position.side(),
                (againstLoss ? "STOP" : "TAKE_PROFIT") + (whole ? "_MARKET" : ""),
                whole ? BigDecimal.ZERO : position.amount().abs(),
                trigger,
                at);
        Stages<AlgoState> order = new Stages<>(
                AlgoState::updated, new AlgoState(placement, Status.NEW, at, 0, OptionalLong.empty(), BigDecimal.ZERO));
        Stories.Key key = broker.key(intent);
        scene.history().contracts().algos().add(key.uid(), order);
        waiting.computeIfAbsent(key, _ -> new ArrayList<>()).add(order);
        broker.stories().of(key).orElseThrow().guarded(at, againstLoss, trigger);
        return order;
    }

    private void trigger(Draw draw, ContractIntent intent, Stages<AlgoState> order, long at) {
        AlgoState before = order.last();
        if (before.status() != Status.NEW) {
            return;
        }
        waiting.getOrDefault(broker.key(intent), new ArrayList<>()).remove(order);
        AlgoPlacement placement = before.placement();
        BigDecimal there = broker.position(intent).amount();
        BigDecimal qty =
                placement.closesAll() ? there.abs() : placement.quantity().min(there.abs());
        ContractIntent closing = ContractIntent.change(
                        intent.account(), intent.contract(), intent.side(), placement.buy() ? qty : qty.negate())
                .reducing();
        OrderForm.Charging charging = draw.chance(50) ? OrderForm.Charging.TAKER : OrderForm.Charging.TAKER_IN_BNB;
        ContractTicket ticket = broker.take(
                closing,
                placement.price().signum() == 0
                        ? OrderForm.market(placement.clientAlgoId(), charging)
                        : OrderForm.limit(placement.price(), placement.clientAlgoId(), charging),
                at);
        OptionalLong actual = OptionalLong.of(ticket.id());
        note(order, Status.TRIGGERED, at, at, actual, BigDecimal.ZERO);
        boolean done = broker.fill(ticket, at, qty, placement.trigger());
        note(order, Status.FINISHED, at, at, actual, done ? placement.trigger() : BigDecimal.ZERO);
    }

    private static void note(
            Stages<AlgoState> order, Status status, long at, long triggered, OptionalLong actual, BigDecimal price) {
        order.add(new AlgoState(order.last().placement(), status, at, triggered, actual, price));
    }
}
