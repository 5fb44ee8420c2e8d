package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One funding of a contract (source: {@code GET /fapi/v1/fundingRate}).
 *
 * @param symbol the contract
 * @param time epoch milliseconds, UTC
 * @param rate positive: longs pay shorts
 * @param markPrice at which positions were valued, in the quote asset
 */
public record FundingRate(String symbol, long time, BigDecimal rate, BigDecimal markPrice) {
    public FundingRate {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(rate, "rate is null");
        requireNonNull(markPrice, "markPrice is null");
    }

    /**
     * What a position receives, in the margin asset, unrounded; negative is paid.
     *
     * @param size of the position, short ones negative
     */
    public BigDecimal received(BigDecimal size) {
        return rate.multiply(markPrice).multiply(size).negate();
    }
}
