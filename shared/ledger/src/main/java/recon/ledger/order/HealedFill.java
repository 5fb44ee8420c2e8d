package recon.ledger.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.booking.SpotFill;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.symbol.Symbol;

/**
 * A trade as the exchange lists it (source: {@code GET /api/v3/myTrades}), for an order of which no report told it. It is
 * the same trade as an execution of that order with its id.
 *
 * @param order which order
 * @param tradeId the trade, an id of the symbol that the two sides share ({@code id})
 * @param time when it happened ({@code time}), UTC
 * @param quantity of the base asset, positive ({@code qty})
 * @param quoteQuantity of the quote asset, positive ({@code quoteQty})
 * @param price quote asset for one base asset ({@code price})
 * @param fee what the exchange took, positive is a cost ({@code commission})
 * @param feeAsset in what ({@code commissionAsset}); the empty text where the fee is 0
 * @param raw the archived row
 */
public record HealedFill(
        OrderKey order,
        long tradeId,
        Instant time,
        BigDecimal quantity,
        BigDecimal quoteQuantity,
        BigDecimal price,
        BigDecimal fee,
        String feeAsset,
        RawRef raw) {
    private static final String FEE = "_fee";

    public HealedFill {
        requireNonNull(order, "order is null");
        requireNonNull(time, "time is null");
        quantity = Amounts.plain(quantity);
        quoteQuantity = Amounts.plain(quoteQuantity);
        price = Amounts.plain(price);
        fee = Amounts.plain(fee);
        requireNonNull(feeAsset, "feeAsset is null");
        requireNonNull(raw, "raw is null");
    }

    /**
     * The trade behind a booking.
     *
     * @param booking of the source {@value SpotFill#SOURCE}
     * @throws IllegalArgumentException if it is of another source
     */
    public static HealedFill of(Booking booking, Symbol symbol) {
        if (!booking.source().equals(SpotFill.SOURCE)) {
            throw new IllegalArgumentException("no trade but a row of " + booking.source());
        }
        SpotFill.Key key = SpotFill.key(booking.externalId());
        TradeLeg base = leg(booking, symbol.baseAsset());
        TradeLeg quote = leg(booking, symbol.quoteAsset());
        Optional<Leg> fee = booking.legs().stream().filter(HealedFill::isFee).findFirst();
        return new HealedFill(
                new OrderKey(booking.accountId(), symbol.name(), key.orderId()),
                key.id(),
                booking.time(),
                base.amount().abs(),
                quote.amount().abs(),
                base.price().orElseThrow(),
                fee.map(leg -> leg.amount().negate()).orElse(BigDecimal.ZERO),
                fee.map(Leg::asset).orElse(""),
                booking.raw());
    }

    private static TradeLeg leg(Booking booking, String asset) {
        return booking.legs().stream()
                .filter(leg -> !isFee(leg) && leg.asset().equals(asset))
                .map(TradeLeg.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(booking.externalId() + " moves no " + asset));
    }

    private static boolean isFee(Leg leg) {
        return leg.txnSubtype().endsWith(FEE);
    }
}
