package recon.simulator.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code executionReport}: one step in the life of an order.
 *
 * @param placement the order
 * @param execution what happened
 * @param status where the order stands after it
 * @param clientOrderId the order's name, or that of the request that cancelled or replaced it
 * @param originalClientOrderId the order's name where {@code clientOrderId} is another; else empty
 * @param rejectReason {@code NONE} unless rejected
 * @param quantity quantity of the order after it, base asset
 * @param filled filled so far, base asset
 * @param quoteFilled filled so far, quote asset
 * @param fill the trade, if it was one
 * @param transactionTime when it happened, epoch ms of the exchange's clock
 * @param eventTime when it was sent, epoch ms
 * @param executionId rising within a symbol, over all accounts; unique there
 * @param onBook whether the order rests on the book after it
 * @param workingTime since when the order is or was on the book, epoch ms; empty if it never was
 * @param prevention the trade that was prevented, if so
 * @param expiryReason why the exchange ended it, if it did
 */
public record ExecutionReport(
        Placement placement,
        Execution execution,
        OrderStatus status,
        String clientOrderId,
        String originalClientOrderId,
        String rejectReason,
        BigDecimal quantity,
        BigDecimal filled,
        BigDecimal quoteFilled,
        Optional<Fill> fill,
        long transactionTime,
        long eventTime,
        long executionId,
        boolean onBook,
        OptionalLong workingTime,
        Optional<Prevention> prevention,
        Optional<String> expiryReason)
        implements AccountEvent {
    public ExecutionReport {
        requireNonNull(placement, "placement is null");
        requireNonNull(execution, "execution is null");
        requireNonNull(status, "status is null");
        requireNonNull(clientOrderId, "clientOrderId is null");
        requireNonNull(originalClientOrderId, "originalClientOrderId is null");
        requireNonNull(rejectReason, "rejectReason is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(filled, "filled is null");
        requireNonNull(quoteFilled, "quoteFilled is null");
        requireNonNull(fill, "fill is null");
        requireNonNull(workingTime, "workingTime is null");
        requireNonNull(prevention, "prevention is null");
        requireNonNull(expiryReason, "expiryReason is null");
    }

    @Override
    public String type() {
        return "executionReport";
    }

    /** The pair. */
    public String symbol() {
        return placement.symbol();
    }

    /** The order's number. */
    public long orderId() {
        return placement.orderId();
    }

    /** The order's name after it. */
    public String orderName() {
        return execution == Execution.CANCELED ? originalClientOrderId : clientOrderId;
    }

    @Override
    public ExecutionReport sentAt(long ms) {
        return numbered(executionId, ms);
    }

    /** The same with the number and the time that it is sent with. */
    public ExecutionReport numbered(long number, long sent) {
        return new ExecutionReport(
                placement,
                execution,
                status,
                clientOrderId,
                originalClientOrderId,
                rejectReason,
                quantity,
                filled,
                quoteFilled,
                fill,
                transactionTime,
                sent,
                number,
                onBook,
                workingTime,
                prevention,
                expiryReason);
    }
}
