package recon.ledger.valuation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import recon.ledger.RawRef;

/**
 * The last price of a symbol on a UTC day that is over (source: {@code GET /api/v3/klines}, interval 1d).
 *
 * @param date the day
 * @param symbol the exchange's symbol
 * @param baseAsset what one unit is priced of
 * @param quoteAsset what it is priced in
 * @param close units of the quote asset for one unit of the base asset, above zero; empty if the exchange has no candle
 *     of that day: the symbol was not traded
 * @param raw the answer that says so
 */
public record ClosePrice(
        LocalDate date, String symbol, String baseAsset, String quoteAsset, Optional<BigDecimal> close, RawRef raw) {
    public ClosePrice {
        requireNonNull(date, "date is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
        requireNonNull(close, "close is null");
        requireNonNull(raw, "raw is null");
        if (close.filter(price -> price.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("a close that is not above zero: " + symbol + " on " + date);
        }
    }
}
