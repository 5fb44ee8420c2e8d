package recon.simulator.http;

import java.math.BigDecimal;

/** How amounts are written: as strings, plain. */
final class Money {
    private static final int SCALE = 8;

    private Money() {}

    /** With eight decimals, as {@code /api} writes them. */
    static String padded(BigDecimal amount) {
        return amount.setScale(SCALE).toPlainString();
    }

    /** Without trailing zeros, as {@code /sapi} writes them. */
    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
