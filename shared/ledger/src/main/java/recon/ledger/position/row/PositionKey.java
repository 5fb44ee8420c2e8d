package recon.ledger.position.row;

import static java.util.Objects.requireNonNull;

/**
 * Where a position is held. What has different keys is never mixed.
 *
 * @param accountId whose position
 * @param symbol the contract
 * @param side the side
 */
public record PositionKey(String accountId, String symbol, PositionSide side) {
    public PositionKey {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(side, "side is null");
    }
}
