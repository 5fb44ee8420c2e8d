package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What was ordered, as one report of it says. An amendment changes the quantity; the rest stays. Where an amount does
 * not apply the exchange says 0. Letters in braces are the fields of the exchange's {@code executionReport}.
 *
 * @param clientOrderId the order's own id at its owner ({@code c}; of a cancelled order {@code C}, for there {@code c}
 *     is the id of the request that cancelled it)
 * @param orderListId the list that the order belongs to ({@code g}, where it is not -1)
 * @param side {@code BUY} or {@code SELL} ({@code S}); kept as it came
 * @param type {@code LIMIT}, {@code MARKET}, {@code STOP_LOSS}, … ({@code o}); kept as it came
 * @param timeInForce {@code GTC}, {@code IOC}, {@code FOK} ({@code f}); kept as it came
 * @param quantity of the base asset ({@code q})
 * @param price limit, quote asset for one base asset ({@code p})
 * @param stopPrice trigger, quote asset for one base asset ({@code P})
 * @param icebergQuantity the part that is shown, of the base asset ({@code F})
 * @param quoteQuantity what a market order was to spend or earn, of the quote asset ({@code Q})
 * @param createdAt when the exchange created the order ({@code O}), UTC
 * @param workingSince when it came onto the book ({@code W}); empty if it never was
 */
public record OrderTerms(
        String clientOrderId,
        Optional<Long> orderListId,
        String side,
        String type,
        String timeInForce,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal stopPrice,
        BigDecimal icebergQuantity,
        BigDecimal quoteQuantity,
        Instant createdAt,
        Optional<Instant> workingSince) {
    public OrderTerms {
        requireNonNull(clientOrderId, "clientOrderId is null");
        requireNonNull(orderListId, "orderListId is null");
        requireNonNull(side, "side is null");
        requireNonNull(type, "type is null");
        requireNonNull(timeInForce, "timeInForce is null");
        quantity = Amounts.plain(quantity);
        price = Amounts.plain(price);
        stopPrice = Amounts.plain(stopPrice);
        icebergQuantity = Amounts.plain(icebergQuantity);
        quoteQuantity = Amounts.plain(quoteQuantity);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(workingSince, "workingSince is null");
    }
}
