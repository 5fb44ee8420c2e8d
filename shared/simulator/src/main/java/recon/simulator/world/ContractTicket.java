package recon.simulator.world;

import java.math.BigDecimal;
import recon.simulator.event.OrderStatus;
import recon.simulator.futures.ContractPlacement;
import recon.simulator.futures.OrderState;

/** An order in a contract while it lives. */
final class ContractTicket {
    private final ContractIntent intent;
    private final OrderForm form;
    private final ContractPlacement placement;
    private final Stages<OrderState> stages;

    ContractTicket(ContractIntent intent, OrderForm form, long id, long at) {
        this.intent = intent;
        this.form = form;
        this.placement = new ContractPlacement(
                intent.contract().symbol(),
                id,
                form.name(),
                intent.buy(),
                intent.side(),
                form.type(),
                form.timeInForce(),
                intent.quantity(),
                form.price(),
                intent.reduceOnly(),
                at);
        this.stages = new Stages<>(
                OrderState::updated, new OrderState(placement, OrderStatus.NEW, BigDecimal.ZERO, BigDecimal.ZERO, at));
    }

    ContractIntent intent() {
        return intent;
    }

    OrderForm form() {
        return form;
    }

    long id() {
        return placement.orderId();
    }

    Stages<OrderState> stages() {
        return stages;
    }

    boolean ended() {
        return stages.last().status().ended();
    }

    void filled(long at, BigDecimal qty, BigDecimal quoteQty) {
        OrderState before = stages.last();
        BigDecimal executed = before.executed().add(qty);
        boolean whole = executed.compareTo(placement.quantity()) >= 0;
        OrderStatus status = whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        stages.add(new OrderState(placement, status, executed, before.quote().add(quoteQty), at));
    }

    /** No fill is to come. */
    void end(long at, OrderStatus status) {
        OrderState before = stages.last();
        if (!before.status().ended()) {
            stages.add(new OrderState(placement, status, before.executed(), before.quote(), at));
        }
    }
}
