package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One thing that happened to an order, as the ledger sees it (source: the exchange's {@code executionReport}; letters in
 * braces are its fields). The moment at which a copy of the report was sent is not part of it: copies of one report are
 * equal.
 *
 * @param order which order
 * @param executionId the exchange's id ({@code I}): once within account and symbol, and greater for what came later
 * @param kind what happened ({@code x}): {@code NEW}, {@code CANCELED}, {@code REPLACED}, {@code REJECTED},
 *     {@code TRADE}, {@code EXPIRED}, {@code TRADE_PREVENTION}, or what the exchange invents next, kept as it came
 * @param status how the order stood then ({@code X}), kept as it came; see {@link #closed}
 * @param time when it happened ({@code T}), UTC
 * @param terms what was ordered
 * @param fill what was traded
 * @param filled how far the order was filled then
 * @param prevention what was kept from trading
 * @param rejectReason ({@code r}); the empty text for none
 * @param expiryReason ({@code eR}); the empty text for none
 * @param others every other field of the report by the exchange's own name, unknown ones as well
 */
public record Execution(
        OrderKey order,
        long executionId,
        String kind,
        String status,
        Instant time,
        OrderTerms terms,
        Fill fill,
        Filled filled,
        Prevention prevention,
        String rejectReason,
        String expiryReason,
        Map<String, String> others) {
    private static final Set<String> CLOSED = Set.of("FILLED", "CANCELED", "REJECTED", "EXPIRED", "EXPIRED_IN_MATCH");

    public Execution {
        requireNonNull(order, "order is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(status, "status is null");
        requireNonNull(time, "time is null");
        requireNonNull(terms, "terms is null");
        requireNonNull(fill, "fill is null");
        requireNonNull(filled, "filled is null");
        requireNonNull(prevention, "prevention is null");
        requireNonNull(rejectReason, "rejectReason is null");
        requireNonNull(expiryReason, "expiryReason is null");
        others = Map.copyOf(others);
    }

    /** Whether nothing more happens to the order: filled, cancelled, rejected or expired. Unknown states are open. */
    public boolean closed() {
        return closes(status);
    }

    /** Whether an order in this state has ended. */
    static boolean closes(String status) {
        return CLOSED.contains(status);
    }
}
