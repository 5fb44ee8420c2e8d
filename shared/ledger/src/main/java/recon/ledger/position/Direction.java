package recon.ledger.position;

import java.math.BigDecimal;

/** Which way a position gains. */
public enum Direction {
    /** When the price rises. */
    LONG,
    /** When the price falls. */
    SHORT;

    /** The direction of a position that is opened by buying, or by selling. */
    static Direction opened(boolean buyer) {
        return buyer ? LONG : SHORT;
    }

    /** The direction of a position that is closed by buying, or by selling. */
    static Direction closed(boolean buyer) {
        return buyer ? SHORT : LONG;
    }

    /** The amount as a long position sees it: reversed for a short one. */
    public BigDecimal signed(BigDecimal amount) {
        return this == LONG ? amount : amount.negate();
    }
}
