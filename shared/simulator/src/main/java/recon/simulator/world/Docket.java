package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Fill;
import recon.simulator.event.OrderStatus;
import recon.simulator.event.Placement;
import recon.simulator.event.Prevention;
import recon.simulator.market.Symbol;

/** The papers of one order: what happened to it so far. */
public final class Docket {
    private static final String NO_REASON = "NONE";

    private final int account;
    private final Symbol symbol;
    private final Placement placement;
    private final Journal journal;
    private final List<ExecutionReport> filed = new ArrayList<>(2);
    private String name;
    private BigDecimal quantity;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal quoteFilled = BigDecimal.ZERO;
    private OptionalLong workingTime = OptionalLong.empty();
    private boolean announced;
    private boolean ended;

    Docket(int account, Symbol symbol, Placement placement, Journal journal) {
        this.account = account;
        this.symbol = symbol;
        this.placement = placement;
        this.journal = journal;
        this.name = placement.clientOrderId();
        this.quantity = placement.quantity();
    }

    /** What the order was placed with. */
    public Placement placement() {
        return placement;
    }

    /** Where the order stands at an instant: its last report until then; empty if it was not placed yet. */
    public Optional<ExecutionReport> at(long now) {
        int count = countUntil(now);
        return count == 0 ? Optional.empty() : Optional.of(filed.get(count - 1));
    }

    /** What was reported of it until an instant, in the order of its happening. */
    public List<ExecutionReport> reports(long now) {
        return List.copyOf(filed.subList(0, countUntil(now)));
    }

    private int countUntil(long now) {
        int count = filed.size();
        while (count > 0 && filed.get(count - 1).transactionTime() > now) {
            count--;
        }
        return count;
    }

    int account() {
        return account;
    }

    long created() {
        return placement.created();
    }

    boolean ended() {
        return ended;
    }

    boolean announced() {
        return announced;
    }

    void file(ExecutionReport report) {
        filed.add(report);
    }

    /** The order is taken; at the latest with its first fill. */
    void announce() {
        if (!announced) {
            announced = true;
            journal.opened(this);
            if (placement.stopPrice().signum() == 0) {
                workingTime = OptionalLong.of(placement.created());
            }
            List<String> locked =
                    placement.rests() ? List.of(placement.buy() ? symbol.quote() : symbol.base()) : List.of();
            note(step(Execution.NEW, OrderStatus.NEW, placement.created()).build(), locked);
        }
    }

    void filled(TradeRow row) {
        announce();
        filled = filled.add(row.qty());
        quoteFilled = quoteFilled.add(row.quoteQty());
        if (workingTime.isEmpty()) {
            workingTime = OptionalLong.of(row.time());
        }
        ended = filled.compareTo(quantity) >= 0;
        OrderStatus status = ended ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        Fill fill = new Fill(
                row.id(), row.price(), row.qty(), row.quoteQty(), row.commission(), row.commissionAsset(), row.maker());
        List<String> assets = new ArrayList<>(List.of(symbol.base(), symbol.quote()));
        if (!assets.contains(row.commissionAsset())) {
            assets.add(row.commissionAsset());
        }
        note(step(Execution.TRADE, status, row.time()).fill(fill).build(), assets);
    }

    void canceled(long at, String request) {
        ended = true;
        note(
                step(Execution.CANCELED, OrderStatus.CANCELED, at)
                        .under(request)
                        .build(),
                List.of(placement.buy() ? symbol.quote() : symbol.base()));
    }

    void replaced(long at, String request, BigDecimal lower) {
        quantity = lower;
        note(step(Execution.REPLACED, status(), at).under(request).build(), List.of());
        name = request;
    }

    void expired(long at, String reason) {
        ended = true;
        note(step(Execution.EXPIRED, OrderStatus.EXPIRED, at).expiry(reason).build(), List.of());
    }

    void prevented(long at, Prevention prevention) {
        ended = true;
        note(
                step(Execution.TRADE_PREVENTION, OrderStatus.EXPIRED_IN_MATCH, at)
                        .prevention(prevention)
                        .build(),
                placement.preventionMode().equals(Prevention.TRANSFER)
                        ? List.of(symbol.base(), symbol.quote())
                        : List.of());
    }

    void rejected(String reason) {
        announced = true;
        ended = true;
        journal.opened(this);
        note(
                step(Execution.REJECTED, OrderStatus.REJECTED, placement.created())
                        .rejected(reason)
                        .build(),
                List.of());
    }

    private OrderStatus status() {
        return filled.signum() == 0 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
    }

    private void note(ExecutionReport draft, List<String> assets) {
        journal.reported(this, draft, assets);
    }

    private Step step(Execution execution, OrderStatus status, long at) {
        return new Step(execution, status, at);
    }

    /** A report in the making: the order as it stands, and what is special about this step. */
    private final class Step {
        private final Execution execution;
        private final OrderStatus status;
        private final long at;
        private String clientOrderId = name;
        private String original = "";
        private String rejectReason = NO_REASON;
        private Optional<Fill> fill = Optional.empty();
        private Optional<Prevention> prevention = Optional.empty();
        private Optional<String> expiryReason = Optional.empty();

        private Step(Execution execution, OrderStatus status, long at) {
            this.execution = execution;
            this.status = status;
            this.at = at;
        }

        private Step under(String request) {
            original = name;
            clientOrderId = request;
            return this;
        }

        private Step fill(Fill one) {
            fill = Optional.of(one);
            return this;
        }

        private Step prevention(Prevention one) {
            prevention = Optional.of(one);
            return this;
        }

        private Step expiry(String reason) {
            expiryReason = Optional.of(reason);
            return this;
        }

        private Step rejected(String reason) {
            rejectReason = reason;
            return this;
        }

        private ExecutionReport build() {
            return new ExecutionReport(
                    placement,
                    execution,
                    status,
                    clientOrderId,
                    original,
                    rejectReason,
                    quantity,
                    filled,
                    quoteFilled,
                    fill,
                    at,
                    at,
                    0,
                    !status.ended() && placement.rests() && workingTime.isPresent(),
                    workingTime,
                    prevention,
                    expiryReason);
        }
    }
}
