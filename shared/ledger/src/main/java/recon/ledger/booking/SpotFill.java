package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.row.Final;
import recon.ledger.symbol.Symbol;

/**
 * One fill (source: {@code GET /api/v3/myTrades}; margin fills and allocations have the same form).
 *
 * @param accountId whose fill it is
 * @param symbol the market
 * @param id the trade's id, unique within the symbol; a self-trade has two rows with one id
 * @param orderId the order that was filled
 * @param price of the base asset in the quote asset
 * @param qty of the base asset
 * @param quoteQty of the quote asset
 * @param commission as the exchange states it: positive is paid
 * @param commissionAsset what it is paid in: base, quote or another
 * @param time of the trade, UTC
 * @param buyer whether the account bought the base asset
 * @param maker whether its order was in the book
 */
public record SpotFill(
        String accountId,
        Symbol symbol,
        long id,
        long orderId,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal quoteQty,
        BigDecimal commission,
        String commissionAsset,
        Instant time,
        boolean buyer,
        boolean maker) {
    /** The name of the source. */
    public static final String SOURCE = "spot-trades";

    public SpotFill {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(price, "price is null");
        requireNonNull(qty, "qty is null");
        requireNonNull(quoteQty, "quoteQty is null");
        requireNonNull(commission, "commission is null");
        requireNonNull(commissionAsset, "commissionAsset is null");
        requireNonNull(time, "time is null");
    }

    /** Base against quote in the spot wallet, and the fee: two or three legs. */
    public Final observe(RawRef raw) {
        return observe(SOURCE, Wallet.SPOT, raw);
    }

    /**
     * The same for a fill that another source shows.
     *
     * @param source the source that books it
     * @param wallet the wallet that trades
     */
    public Final observe(String source, Wallet wallet, RawRef raw) {
        Leg base = leg(wallet, symbol.baseAsset(), buyer ? qty : qty.negate(), buyer);
        Leg quote = leg(wallet, symbol.quoteAsset(), buyer ? quoteQty.negate() : quoteQty, !buyer);
        List<Leg> legs =
                Stream.concat(Stream.of(base, quote), fee(wallet).stream()).toList();
        return new Final(
                new Booking(accountId, source, externalId(wallet), "fill", time, false, Optional.empty(), raw, legs));
    }

    /** Trades of an isolated pair and of cross margin are numbered by the symbol, but are in different wallets. */
    private String externalId(Wallet wallet) {
        String id = symbol.name() + ":" + this.id + ":" + orderId;
        return wallet.pair().isPresent() ? id + ":isolated" : id;
    }

    /**
     * What the key of a booking says.
     *
     * @param symbol the market
     * @param id the trade
     * @param orderId the order
     */
    public record Key(String symbol, long id, long orderId) {}

    /** Reads the external id of a booking of this source. */
    public static Key key(String externalId) {
        String[] parts = externalId.split(":", -1);
        return new Key(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    private TradeLeg leg(Wallet wallet, String asset, BigDecimal amount, boolean received) {
        return new TradeLeg(
                received ? "spot_buy" : "spot_sell", wallet, symbol.name(), asset, amount, Optional.of(price));
    }

    private Optional<Leg> fee(Wallet wallet) {
        if (commission.signum() == 0) {
            return Optional.empty();
        }
        String subtype = maker ? "maker_fee" : "taker_fee";
        return Optional.of(
                new TradeLeg(subtype, wallet, symbol.name(), commissionAsset, commission.negate(), priceOfFeeAsset()));
    }

    private Optional<BigDecimal> priceOfFeeAsset() {
        if (commissionAsset.equals(symbol.quoteAsset())) {
            return Optional.of(BigDecimal.ONE);
        }
        return commissionAsset.equals(symbol.baseAsset()) ? Optional.of(price) : Optional.empty();
    }
}
