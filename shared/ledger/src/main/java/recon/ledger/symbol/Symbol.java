package recon.ledger.symbol;

import static java.util.Objects.requireNonNull;

/**
 * A market of the exchange (source: {@code GET /api/v3/exchangeInfo}). A symbol text is never split to find its assets.
 *
 * @param name the exchange's symbol; may hold letters outside ASCII
 * @param baseAsset what is bought and sold
 * @param quoteAsset what it is priced in
 * @param status as the exchange says, unknown ones kept: {@code TRADING}, {@code BREAK}, …
 * @param spotTradingAllowed the plan's {@code is_spot_trading_allowed}
 * @param marginTradingAllowed the plan's {@code is_margin_trading_allowed}
 * @param sorAllowed whether its orders may be filled by allocations
 */
public record Symbol(
        String name,
        String baseAsset,
        String quoteAsset,
        String status,
        boolean spotTradingAllowed,
        boolean marginTradingAllowed,
        boolean sorAllowed) {
    public Symbol {
        requireNonNull(name, "name is null");
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
        requireNonNull(status, "status is null");
    }

    /** A symbol whose orders are filled by trades alone. */
    public Symbol(
            String name,
            String baseAsset,
            String quoteAsset,
            String status,
            boolean spotTradingAllowed,
            boolean marginTradingAllowed) {
        this(name, baseAsset, quoteAsset, status, spotTradingAllowed, marginTradingAllowed, false);
    }

    /** Whether the asset is one of its two sides. */
    public boolean involves(String asset) {
        return baseAsset.equals(asset) || quoteAsset.equals(asset);
    }
}
