package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An order as its executions leave it: the same for any order they come in. It only moves forward: what is closed stays
 * closed, what is filled stays filled.
 *
 * <p>It is small however many executions there were, and so it does not know which ones they were. Who adds to a state
 * knows which executions are in it and adds each once ({@link #of} does so for a collection).
 *
 * @param latest the execution that says how the order stands: of those that close it, else of all, the one with the
 *     greatest id
 * @param filled how far it is filled
 * @param seenQuantity what the executions traded one by one, of the base asset: less than {@code filled} as long as some
 *     are missing
 * @param fees by asset, positive is a cost; assets without a fee are not there
 * @param prevention what was kept from trading in all of them
 * @param lastExecutionId the greatest execution id
 * @param lastTradeId the greatest trade id; empty before the first trade
 * @param updatedAt the latest execution's time, UTC
 * @param executions how many there were, which grows with every change: the revision of the order
 */
public record OrderState(
        Execution latest,
        Filled filled,
        BigDecimal seenQuantity,
        Map<String, BigDecimal> fees,
        Prevention prevention,
        long lastExecutionId,
        Optional<Long> lastTradeId,
        Instant updatedAt,
        long executions) {
    private static final Comparator<Execution> STANDING =
            Comparator.comparing(Execution::closed).thenComparingLong(Execution::executionId);

    public OrderState {
        requireNonNull(latest, "latest is null");
        requireNonNull(filled, "filled is null");
        seenQuantity = Amounts.plain(seenQuantity);
        fees = Map.copyOf(fees);
        requireNonNull(prevention, "prevention is null");
        requireNonNull(lastTradeId, "lastTradeId is null");
        requireNonNull(updatedAt, "updatedAt is null");
        if (executions < 1) {
            throw new IllegalArgumentException("an order without executions");
        }
    }

    /** An order of which this is the first execution that we see; it need not be the first that there was. */
    public static OrderState of(Execution first) {
        return new OrderState(
                first,
                first.filled(),
                first.fill().quantity(),
                withFee(Map.of(), first.fill()),
                first.prevention(),
                first.executionId(),
                first.fill().tradeId(),
                first.time(),
                1);
    }

    /** What these executions of one order come to, each counted once; empty for none. */
    public static Optional<OrderState> of(Collection<Execution> executions) {
        Map<Long, Execution> once = new HashMap<>();
        executions.forEach(e -> once.putIfAbsent(e.executionId(), e));
        Optional<OrderState> state = Optional.empty();
        for (Execution execution : once.values()) {
            state = Optional.of(state.map(s -> s.and(execution)).orElseGet(() -> of(execution)));
        }
        return state;
    }

    /**
     * This and one more execution, which must not be in it yet.
     *
     * @throws IllegalArgumentException if it is of another order
     */
    public OrderState and(Execution next) {
        if (!next.order().equals(order())) {
            throw new IllegalArgumentException("execution " + next.executionId() + " is not of " + order());
        }
        return new OrderState(
                STANDING.compare(next, latest) > 0 ? next : latest,
                filled.further(next.filled()),
                seenQuantity.add(next.fill().quantity()),
                withFee(fees, next.fill()),
                prevention.and(next.prevention()),
                Math.max(lastExecutionId, next.executionId()),
                Stream.concat(lastTradeId.stream(), next.fill().tradeId().stream())
                        .max(Comparator.naturalOrder()),
                next.time().isAfter(updatedAt) ? next.time() : updatedAt,
                executions + 1);
    }

    public OrderKey order() {
        return latest.order();
    }

    /** Whether every trade of the order has been seen, so that its fees are all there. */
    public boolean allTradesSeen() {
        return seenQuantity.compareTo(filled.quantity()) == 0;
    }

    private static Map<String, BigDecimal> withFee(Map<String, BigDecimal> fees, Fill fill) {
        if (fill.fee().signum() == 0) {
            return fees;
        }
        Map<String, BigDecimal> sum = new HashMap<>(fees);
        sum.merge(fill.feeAsset(), fill.fee(), (a, b) -> Amounts.plain(a.add(b)));
        return sum;
    }
}
