package recon.ledger.completeness;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import recon.ledger.order.OrderKey;

/**
 * A report that the exchange must have sent, that nobody heard, and that no other source gives back.
 *
 * @param order whose report
 * @param kind what it told: {@code NEW}, {@code REPLACED}, {@code CANCELED}, {@code EXPIRED}, {@code TRADE_PREVENTION}
 * @param executionId its id, where the exchange lists it; only for amendments
 * @param about when it happened, by the exchange's clock
 */
public record LostReport(OrderKey order, String kind, Optional<Long> executionId, Instant about) {
    public LostReport {
        requireNonNull(order, "order is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(about, "about is null");
    }
}
