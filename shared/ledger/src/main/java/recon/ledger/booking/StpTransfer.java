package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.row.Final;
import recon.ledger.symbol.Symbol;

/**
 * What moved between two accounts of one trade group instead of a trade between them (source: {@code GET
 * /api/v3/myPreventedMatches}, mode {@code TRANSFER}).
 *
 * @param accountId whose order
 * @param symbol the market
 * @param id the exchange's id of the prevented match, unique within the symbol
 * @param orderId the account's order
 * @param buyer whether that order buys
 * @param price of the base asset in the quote asset
 * @param qty of the base asset, positive
 * @param time of the match, UTC
 */
public record StpTransfer(
        String accountId,
        Symbol symbol,
        long id,
        long orderId,
        boolean buyer,
        BigDecimal price,
        BigDecimal qty,
        Instant time) {
    /** The name of the source. */
    public static final String SOURCE = "stp-transfers";

    public StpTransfer {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(price, "price is null");
        requireNonNull(qty, "qty is null");
        requireNonNull(time, "time is null");
    }

    /** Base against quote, as a trade, without a fee. */
    public Final observe(RawRef raw) {
        BigDecimal quote = price.multiply(qty);
        return new Final(new Booking(
                accountId,
                SOURCE,
                symbol.name() + ":" + id + ":" + orderId,
                "stp",
                time,
                false,
                Optional.empty(),
                raw,
                List.of(
                        leg(symbol.baseAsset(), buyer ? qty : qty.negate(), buyer),
                        leg(symbol.quoteAsset(), buyer ? quote.negate() : quote, !buyer))));
    }

    private Leg leg(String asset, BigDecimal amount, boolean received) {
        return new TradeLeg(
                received ? "spot_buy" : "spot_sell", Wallet.SPOT, symbol.name(), asset, amount, Optional.of(price));
    }
}
