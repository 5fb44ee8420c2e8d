package recon.binance.source;

import org.jspecify.annotations.Nullable;
import recon.ledger.position.row.PositionSide;

/** Fields of futures rows without which nobody knows what a row moves: a value that is not known refuses the row. */
public final class FuturesFields {
    private FuturesFields() {}

    /** {@code BUY} or {@code SELL}. */
    public static boolean buyer(@Nullable String side, Fields fields) {
        return switch (fields.text(side, "side")) {
            case "BUY" -> true;
            case "SELL" -> false;
            default -> throw new MalformedReply(fields.source(), "row " + fields.row() + " has an unknown side");
        };
    }

    /** {@code BOTH}, {@code LONG} or {@code SHORT}. */
    public static PositionSide positionSide(@Nullable String side, Fields fields) {
        return switch (fields.text(side, "positionSide")) {
            case "BOTH" -> PositionSide.BOTH;
            case "LONG" -> PositionSide.LONG;
            case "SHORT" -> PositionSide.SHORT;
            default ->
                throw new MalformedReply(fields.source(), "row " + fields.row() + " has an unknown positionSide");
        };
    }
}
