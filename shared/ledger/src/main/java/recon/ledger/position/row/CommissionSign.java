package recon.ledger.position.row;

import java.math.BigDecimal;

/** How the exchange signs the fee in a row of fills: its own pages contradict each other. */
public enum CommissionSign {
    /** Positive is paid: what live accounts are reported to show. */
    PAID_IS_POSITIVE,
    /** Negative is paid, as in the income. */
    PAID_IS_NEGATIVE;

    /** The fee as the ledger states it: positive is paid. */
    public BigDecimal paid(BigDecimal given) {
        return this == PAID_IS_POSITIVE ? given : given.negate();
    }
}
