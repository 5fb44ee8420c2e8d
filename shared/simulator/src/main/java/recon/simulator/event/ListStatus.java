package recon.simulator.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code listStatus}: two orders of which one cancels the other were placed, or are done.
 *
 * @param eventTime epoch ms of the exchange's clock
 * @param symbol the pair
 * @param listId the list's number
 * @param clientListId the customer's name of the list
 * @param time when the list changed, epoch ms
 * @param done false: it has begun; true: all its orders have ended
 * @param orders the orders in it
 */
public record ListStatus(
        long eventTime,
        String symbol,
        long listId,
        String clientListId,
        long time,
        boolean done,
        List<Placement> orders)
        implements AccountEvent {
    public ListStatus {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(clientListId, "clientListId is null");
        orders = List.copyOf(orders);
    }

    @Override
    public String type() {
        return "listStatus";
    }

    @Override
    public ListStatus sentAt(long ms) {
        return new ListStatus(ms, symbol, listId, clientListId, time, done, orders);
    }
}
