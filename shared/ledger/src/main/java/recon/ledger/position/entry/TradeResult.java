package recon.ledger.position.entry;

import java.math.BigDecimal;
import java.util.Locale;

/** What came of a trade before fees: the sign of its realized profit. */
public enum TradeResult {
    WIN,
    LOSS,
    BREAKEVEN;

    static TradeResult of(BigDecimal realizedPnl) {
        return switch (realizedPnl.signum()) {
            case 1 -> WIN;
            case -1 -> LOSS;
            default -> BREAKEVEN;
        };
    }

    /** The one of that name in files and tables. */
    public static TradeResult of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The name in files and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
