package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern ID = Pattern.compile("([^_]+)_(.+)_(BOTH|LONG|SHORT)_([0-9]{1,18})_[0-9]{1,18}");

    public AnnotationKey {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(side, "side is null");
    }

    /**
     * The key of an entry.
     *
     * @param binanceTradeId {@code {account}_{symbol}_{positionSide}_{firstFillId}_{lastFillId}}; a symbol may have a line
     *     in it itself, an account has none
     * @throws IllegalArgumentException if it is no such id
     */
    public static AnnotationKey of(String binanceTradeId) {
        Matcher id = ID.matcher(binanceTradeId);
        if (!id.matches()) {
            throw new IllegalArgumentException("no binance_trade_id: " + binanceTradeId);
        }
        return new AnnotationKey(
                id.group(1), id.group(2), PositionSide.valueOf(id.group(3)), Long.parseLong(id.group(4)));
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
