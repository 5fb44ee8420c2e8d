package recon.ledger.order;

import java.math.BigDecimal;

/** The one spelling of a number: equal amounts are equal objects, however many zeros the exchange wrote. */
final class Amounts {
    private Amounts() {}

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
