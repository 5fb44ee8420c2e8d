package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An order in words that belong to no exchange, as one revision of it stands: what downstream services are told. Of two
 * revisions of one order the greater one holds; the other can be dropped. All amounts are exact but the average price.
 * Texts that the exchange may add to are passed on as they came. Letters in braces are the fields of Binance's
 * {@code executionReport} that a component comes from.
 *
 * @param exchange where: {@code binance}
 * @param market which of its markets: {@code spot}
 * @param account whose, the exchange's uid
 * @param symbol the exchange's name of the market ({@code s}); never to be split for its assets
 * @param baseAsset what is bought and sold (source: the exchange's list of symbols)
 * @param quoteAsset what it is priced in (source: the exchange's list of symbols)
 * @param orderId the exchange's id, unique within the symbol ({@code i})
 * @param clientOrderId the owner's id ({@code c}, of a cancelled order {@code C})
 * @param orderListId the list of orders it belongs to ({@code g}); empty for none
 * @param side {@code BUY} or {@code SELL} ({@code S})
 * @param type {@code LIMIT}, {@code MARKET}, {@code STOP_LOSS_LIMIT}, … ({@code o})
 * @param timeInForce {@code GTC}, {@code IOC}, {@code FOK} ({@code f})
 * @param status {@code NEW}, {@code PENDING_NEW}, {@code PARTIALLY_FILLED}, {@code FILLED}, {@code CANCELED},
 *     {@code REJECTED}, {@code EXPIRED}, {@code EXPIRED_IN_MATCH} ({@code X})
 * @param closed whether nothing more happens to it
 * @param lastKind what happened when it came to this status: {@code NEW}, {@code TRADE}, {@code REPLACED}, …; the empty
 *     text where the reports of it were missed and only its state was seen
 *     ({@code x})
 * @param quantity ordered, base asset ({@code q}); 0 where the quote quantity was given instead
 * @param quoteQuantity ordered, quote asset ({@code Q}); 0 where the quantity was given
 * @param price limit, quote asset for one base asset ({@code p}); 0 for none
 * @param stopPrice trigger, quote asset for one base asset ({@code P}); 0 for none
 * @param executedQuantity traded so far, base asset ({@code z})
 * @param executedQuoteQuantity traded so far, quote asset ({@code Z})
 * @param averagePrice executedQuoteQuantity / executedQuantity, quote asset for one base asset, rounded half-even to
 *     {@value #PRICE_SCALE} decimals; empty before the first trade. For sums use the two quantities, which are exact
 * @param fees by asset, summed over the executions seen, positive is a cost ({@code n}, {@code N})
 * @param feesComplete whether all trades were seen one by one; false while reports are missing: the fees are then a
 *     part, the quantities are not
 * @param preventedQuantity kept from trading by self-trade prevention, base asset ({@code A})
 * @param preventedExecutionQuantity what prevented trades would have moved, base asset (sum of {@code pl})
 * @param preventedExecutionQuoteQuantity the same, quote asset (sum of {@code pY})
 * @param rejectReason why it was rejected ({@code r}); the empty text for none
 * @param expiryReason why it expired ({@code eR}); the empty text for none
 * @param lastExecutionId the greatest execution id seen ({@code I}); empty if no report of it was
 * @param lastTradeId the greatest trade id seen ({@code t}); empty before the first trade
 * @param createdAt when the exchange created it ({@code O}), UTC
 * @param workingSince when it came onto the book ({@code W}), UTC; empty if it never was
 * @param updatedAt when the latest execution happened ({@code T}), UTC
 * @param revision grows with everything that is learnt of it, by 1 for each execution; 1 for the first
 */
public record GenericOrderData(
        String exchange,
        String market,
        String account,
        String symbol,
        String baseAsset,
        String quoteAsset,
        long orderId,
        String clientOrderId,
        Optional<Long> orderListId,
        String side,
        String type,
        String timeInForce,
        String status,
        boolean closed,
        String lastKind,
        BigDecimal quantity,
        BigDecimal quoteQuantity,
        BigDecimal price,
        BigDecimal stopPrice,
        BigDecimal executedQuantity,
        BigDecimal executedQuoteQuantity,
        Optional<BigDecimal> averagePrice,
        Map<String, BigDecimal> fees,
        boolean feesComplete,
        BigDecimal preventedQuantity,
        BigDecimal preventedExecutionQuantity,
        BigDecimal preventedExecutionQuoteQuantity,
        String rejectReason,
        String expiryReason,
        Optional<Long> lastExecutionId,
        Optional<Long> lastTradeId,
        Instant createdAt,
        Optional<Instant> workingSince,
        Instant updatedAt,
        long revision) {
    /** Decimals of the average price. */
    public static final int PRICE_SCALE = 18;

    public GenericOrderData {
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
        fees = Map.copyOf(fees);
    }

    /** A spot order of Binance as it stands. */
    public static GenericOrderData binanceSpot(OrderState state, String baseAsset, String quoteAsset) {
        OrderStanding standing = state.standing();
        OrderTerms terms = standing.terms();
        return new GenericOrderData(
                "binance",
                "spot",
                state.order().account(),
                state.order().symbol(),
                baseAsset,
                quoteAsset,
                state.order().orderId(),
                terms.clientOrderId(),
                terms.orderListId(),
                terms.side(),
                terms.type(),
                terms.timeInForce(),
                standing.status(),
                standing.closed(),
                standing.lastKind(),
                terms.quantity(),
                terms.quoteQuantity(),
                terms.price(),
                terms.stopPrice(),
                state.filled().quantity(),
                state.filled().quoteQuantity(),
                averagePrice(state.filled()),
                state.fees(),
                state.allTradesSeen(),
                state.prevention().quantity(),
                state.prevention().executionQuantity(),
                state.prevention().executionQuoteQuantity(),
                standing.rejectReason(),
                standing.expiryReason(),
                state.lastExecutionId(),
                state.lastTradeId(),
                terms.createdAt(),
                terms.workingSince(),
                state.updatedAt(),
                state.revision());
    }

    private static Optional<BigDecimal> averagePrice(Filled filled) {
        return filled.quantity().signum() == 0
                ? Optional.empty()
                : Optional.of(Amounts.plain(
                        filled.quoteQuantity().divide(filled.quantity(), PRICE_SCALE, RoundingMode.HALF_EVEN)));
    }
}
