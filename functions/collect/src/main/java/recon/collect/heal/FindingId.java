package recon.collect.heal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import recon.ledger.order.OrderKey;
import recon.storage.registry.ReconciliationError;

/**
 * The id of a finding about an order, taken apart: {@code <type>/<symbol>/<order>/<what>}.
 *
 * @param order which order
 * @param what a trade id; of a lost report its kind, of an amendment {@code REPLACED/<epoch ms>-<execution id>}
 */
record FindingId(OrderKey order, String what) {
    private static final String REPLACED = "REPLACED/";
    private static final int PARTS = 4;

    FindingId {
        requireNonNull(order, "order is null");
        requireNonNull(what, "what is null");
    }

    static String of(String type, OrderKey order, String what) {
        return String.join("/", type, order.symbol(), Long.toString(order.orderId()), what);
    }

    static String ofAmendment(String type, OrderKey order, Instant time, long executionId) {
        return of(type, order, REPLACED + time.toEpochMilli() + "-" + executionId);
    }

    static FindingId of(ReconciliationError error) {
        String[] parts = error.id().split("/", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no finding about an order: " + error.id());
        }
        return new FindingId(new OrderKey(error.accountId(), parts[1], Long.parseLong(parts[2])), parts[3]);
    }

    /** The trade, where it is one. */
    long trade() {
        return Long.parseLong(what);
    }

    boolean amends() {
        return what.startsWith(REPLACED);
    }

    /** The day of an amendment. */
    LocalDate day() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(amendment()[0])), ZoneOffset.UTC);
    }

    /** The execution of an amendment. */
    long executionId() {
        return Long.parseLong(amendment()[1]);
    }

    private String[] amendment() {
        return what.substring(REPLACED.length()).split("-", 2);
    }
}
