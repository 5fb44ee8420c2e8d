package recon.ledger.order;

import static java.util.Objects.requireNonNull;

/**
 * How an order stands, from whatever told the most of it.
 *
 * @param status {@code NEW}, {@code FILLED}, … ; kept as it came
 * @param closed whether nothing more happens to it
 * @param lastKind what happened last; the empty text where only its state was seen, not what led to it
 * @param terms what was ordered
 * @param rejectReason the empty text for none
 * @param expiryReason the empty text for none
 */
public record OrderStanding(
        String status, boolean closed, String lastKind, OrderTerms terms, String rejectReason, String expiryReason) {
    public OrderStanding {
        requireNonNull(status, "status is null");
        requireNonNull(lastKind, "lastKind is null");
        requireNonNull(terms, "terms is null");
        requireNonNull(rejectReason, "rejectReason is null");
        requireNonNull(expiryReason, "expiryReason is null");
    }

    static OrderStanding of(Execution execution) {
        return new OrderStanding(
                execution.status(),
                execution.closed(),
                execution.kind(),
                execution.terms(),
                execution.rejectReason(),
                execution.expiryReason());
    }

    static OrderStanding of(OrderSighting sighting) {
        return new OrderStanding(
                sighting.status(), sighting.closed(), "", sighting.terms(), "", sighting.expiryReason());
    }
}
