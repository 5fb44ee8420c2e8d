package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An order as its executions leave it, the same for any order they come in. It only moves forward: what is closed stays
 * closed, what is filled stays filled. Where reports were missed, what the exchange lists of the order and of its trades
 * fills the gap; a report that comes after all counts no trade twice.
 *
 * <p>It is small however many executions there were, and so it does not know which ones they were. Who adds to a state
 * knows which executions are in it and adds each once ({@link #of(Collection)} does so for a collection).
 *
 * @param order which order
 * @param latest the execution that says how the order stands: of those that close it, else of all, the one with the
 *     greatest id; empty if none was seen
 * @param sighting the latest sighting that told more than the executions seen by then; empty if none did
 * @param filled how far it is filled
 * @param ordered the greatest quantity it was seen with, base asset: amendments only lower it
 * @param seenQuantity what was traded one by one, of the base asset: less than {@code filled} as long as some trades are
 *     missing
 * @param fees by asset, positive is a cost; assets without a fee are not there
 * @param prevention what was kept from trading in all of them
 * @param kinds how many executions of each kind were seen
 * @param healed the trades that are in it without an execution
 * @param lastExecutionId the greatest execution id; empty if none was seen
 * @param lastTradeId the greatest trade id; empty before the first trade
 * @param updatedAt when the latest thing that is known of it happened, UTC
 * @param revision grows by one with every change
 */
public record OrderState(
        OrderKey order,
        Optional<Execution> latest,
        Optional<OrderSighting> sighting,
        Filled filled,
        BigDecimal ordered,
        BigDecimal seenQuantity,
        Map<String, BigDecimal> fees,
        Prevention prevention,
        Map<String, Long> kinds,
        Set<Long> healed,
        Optional<Long> lastExecutionId,
        Optional<Long> lastTradeId,
        Instant updatedAt,
        long revision) {
    private static final Comparator<Execution> STANDING =
            Comparator.comparing(Execution::closed).thenComparingLong(Execution::executionId);

    public OrderState {
        requireNonNull(order, "order is null");
        requireNonNull(filled, "filled is null");
        ordered = Amounts.plain(ordered);
        seenQuantity = Amounts.plain(seenQuantity);
        fees = Map.copyOf(fees);
        requireNonNull(prevention, "prevention is null");
        kinds = Map.copyOf(kinds);
        healed = Set.copyOf(healed);
        requireNonNull(lastExecutionId, "lastExecutionId is null");
        requireNonNull(lastTradeId, "lastTradeId is null");
        requireNonNull(updatedAt, "updatedAt is null");
        if (latest.isEmpty() && sighting.isEmpty()) {
            throw new IllegalArgumentException("an order that nobody has seen");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("the first revision is 1");
        }
    }

    /** An order of which this is the first execution that we see; it need not be the first that there was. */
    public static OrderState of(Execution first) {
        return new OrderState(
                first.order(),
                Optional.of(first),
                Optional.empty(),
                first.filled(),
                first.terms().quantity(),
                first.fill().quantity(),
                withFee(Map.of(), first.fill().feeAsset(), first.fill().fee()),
                first.prevention(),
                Map.of(first.kind(), 1L),
                Set.of(),
                Optional.of(first.executionId()),
                first.fill().tradeId(),
                first.time(),
                1);
    }

    /** An order of which no report was seen. */
    public static OrderState of(OrderSighting first) {
        return new OrderState(
                first.order(),
                Optional.empty(),
                Optional.of(first),
                first.filled(),
                first.terms().quantity(),
                BigDecimal.ZERO,
                Map.of(),
                prevented(first),
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                first.updatedAt(),
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
     * This and one more execution, which must not be in it yet. Its trade may be: then it is not counted again.
     *
     * @throws IllegalArgumentException if it is of another order
     */
    public OrderState and(Execution next) {
        mustBeOf(next.order());
        Set<Long> stillHealed = new HashSet<>(healed);
        boolean counted = next.fill().tradeId().map(stillHealed::remove).orElse(false);
        Map<String, Long> counts = new HashMap<>(kinds);
        counts.merge(next.kind(), 1L, Long::sum);
        return new OrderState(
                order,
                latest.filter(known -> STANDING.compare(next, known) <= 0).or(() -> Optional.of(next)),
                sighting,
                filled.further(next.filled()),
                ordered.max(next.terms().quantity()),
                counted ? seenQuantity : seenQuantity.add(next.fill().quantity()),
                counted
                        ? fees
                        : withFee(fees, next.fill().feeAsset(), next.fill().fee()),
                prevention.and(next.prevention()),
                counts,
                stillHealed,
                Stream.concat(lastExecutionId.stream(), Stream.of(next.executionId()))
                        .max(Comparator.naturalOrder()),
                Stream.concat(lastTradeId.stream(), next.fill().tradeId().stream())
                        .max(Comparator.naturalOrder()),
                later(next.time()),
                revision + 1);
    }

    /** This and what the exchange lists of the order; the same object where that tells nothing more. */
    public OrderState and(OrderSighting seen) {
        mustBeOf(seen.order());
        if (!tellsMore(seen)) {
            return this;
        }
        return new OrderState(
                order,
                latest,
                Optional.of(seen),
                filled.further(seen.filled()),
                ordered.max(seen.terms().quantity()),
                seenQuantity,
                fees,
                prevention.and(prevented(seen)),
                kinds,
                healed,
                lastExecutionId,
                lastTradeId,
                later(seen.updatedAt()),
                revision + 1);
    }

    /**
     * This and a trade of which no execution is in it; the same object if it was healed before.
     *
     * @throws IllegalArgumentException if it is of another order
     */
    public OrderState heal(HealedFill fill) {
        mustBeOf(fill.order());
        if (healed.contains(fill.tradeId())) {
            return this;
        }
        Set<Long> more = new HashSet<>(healed);
        more.add(fill.tradeId());
        BigDecimal seen = seenQuantity.add(fill.quantity());
        return new OrderState(
                order,
                latest,
                sighting,
                // Until the order itself is seen again its trades say how far it is filled at least.
                seen.compareTo(filled.quantity()) > 0 ? filled.and(fill) : filled,
                ordered,
                seen,
                withFee(fees, fill.feeAsset(), fill.fee()),
                prevention,
                kinds,
                more,
                lastExecutionId,
                Stream.concat(lastTradeId.stream(), Stream.of(fill.tradeId())).max(Comparator.naturalOrder()),
                later(fill.time()),
                revision + 1);
    }

    /** How it stands: as the executions say, unless a sighting says that it went on after them. */
    public OrderStanding standing() {
        return latest.filter(known -> sighting.map(seen -> !after(seen, known)).orElse(true))
                .map(OrderStanding::of)
                .or(() -> sighting.map(OrderStanding::of))
                .orElseThrow();
    }

    /** Whether every trade of the order has been seen, so that its fees are all there. */
    public boolean allTradesSeen() {
        return seenQuantity.compareTo(filled.quantity()) == 0;
    }

    private boolean tellsMore(OrderSighting seen) {
        return latest.map(known -> after(seen, known)).orElse(true)
                && sighting.map(known -> OrderSighting.LATER.compare(seen, known) > 0)
                        .orElse(true);
    }

    private static boolean after(OrderSighting seen, Execution known) {
        if (seen.closed() != known.closed()) {
            return seen.closed();
        }
        int later = seen.updatedAt().compareTo(known.time());
        return !seen.closed() && (later > 0 || (later == 0 && wentOn(seen, known)));
    }

    /** Of what happened within one millisecond: a trade fills it further, an amendment leaves less to fill. */
    private static boolean wentOn(OrderSighting seen, Execution known) {
        return seen.filled().quantity().compareTo(known.filled().quantity()) > 0
                || seen.terms().quantity().compareTo(known.terms().quantity()) < 0;
    }

    private void mustBeOf(OrderKey other) {
        if (!other.equals(order)) {
            throw new IllegalArgumentException(other + " is not " + order);
        }
    }

    private Instant later(Instant time) {
        return time.isAfter(updatedAt) ? time : updatedAt;
    }

    private static Prevention prevented(OrderSighting seen) {
        return new Prevention(seen.preventedQuantity(), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> withFee(Map<String, BigDecimal> fees, String asset, BigDecimal fee) {
        if (fee.signum() == 0) {
            return fees;
        }
        Map<String, BigDecimal> sum = new HashMap<>(fees);
        sum.merge(asset, fee, (a, b) -> Amounts.plain(a.add(b)));
        return sum;
    }
}
