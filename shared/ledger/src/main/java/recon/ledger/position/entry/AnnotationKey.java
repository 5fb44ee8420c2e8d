package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import recon.ledger.position.Lifecycle;
import recon.ledger.position.row.PositionSide;

/**
 * What annotations hang on: it outlives the entry, whose last fill may become another one when fills come late.
 *
 * @param accountId whose trade
 * @param symbol the contract
 * @param side the position
 * @param firstFillId its first fill
 */
public record AnnotationKey(String accountId, String symbol, PositionSide side, long firstFillId) {
    public AnnotationKey {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(side, "side is null");
    }

    /** The key of a lifecycle. */
    public static AnnotationKey of(Lifecycle lifecycle) {
        return new AnnotationKey(
                lifecycle.key().accountId(),
                lifecycle.key().symbol(),
                lifecycle.key().side(),
                lifecycle.firstFillId());
    }
}
