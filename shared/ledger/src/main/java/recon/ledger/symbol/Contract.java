package recon.ledger.symbol;

import static java.util.Objects.requireNonNull;

/**
 * A USD-M futures contract (source: {@code GET /fapi/v1/exchangeInfo}). Its name may be a spot symbol's as well.
 *
 * @param name the exchange's symbol
 * @param pair what it is derived from
 * @param contractType as the exchange says, unknown ones kept: {@code PERPETUAL}, {@code CURRENT_QUARTER}, …
 * @param baseAsset what is bought and sold
 * @param quoteAsset what it is priced in
 * @param marginAsset what profits and fees are settled in
 * @param status as the exchange says, unknown ones kept: {@code TRADING}, {@code SETTLING}, …
 */
public record Contract(
        String name,
        String pair,
        String contractType,
        String baseAsset,
        String quoteAsset,
        String marginAsset,
        String status) {
    public Contract {
        requireNonNull(name, "name is null");
        requireNonNull(pair, "pair is null");
        requireNonNull(contractType, "contractType is null");
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
        requireNonNull(marginAsset, "marginAsset is null");
        requireNonNull(status, "status is null");
    }
}
