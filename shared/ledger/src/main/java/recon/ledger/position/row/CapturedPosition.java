package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the exchange says is held (source: {@code GET /fapi/v3/positionRisk}). A position that the answer leaves out is
 * captured as zero by whoever asked.
 *
 * @param accountId whose position
 * @param symbol the contract
 * @param positionSide the side
 * @param size of the base asset; short positions are negative
 * @param markPrice in the quote asset, where the answer has one
 * @param time the moment at which it is certain that fills up to it and no later ones are in it: {@code updateTime}, or
 *     when the answer was received if nothing moved lately; epoch milliseconds, UTC
 */
public record CapturedPosition(
        String accountId,
        String symbol,
        PositionSide positionSide,
        BigDecimal size,
        Optional<BigDecimal> markPrice,
        long time) {
    /** By time. */
    public static final Comparator<CapturedPosition> ORDER = Comparator.comparingLong(CapturedPosition::time)
            .thenComparing(CapturedPosition::symbol)
            .thenComparing(CapturedPosition::positionSide);

    public CapturedPosition {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(positionSide, "positionSide is null");
        requireNonNull(size, "size is null");
        requireNonNull(markPrice, "markPrice is null");
    }

    /** The position. */
    public PositionKey key() {
        return new PositionKey(accountId, symbol, positionSide);
    }
}
