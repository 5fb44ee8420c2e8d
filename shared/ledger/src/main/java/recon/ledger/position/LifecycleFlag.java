package recon.ledger.position;

import recon.ledger.position.row.ForcedClose;

/** What a person must know of a lifecycle beside its numbers. */
public enum LifecycleFlag {
    /** The exchange liquidated it. */
    LIQUIDATION,
    /** The exchange closed it as the counterpart of somebody's liquidation. */
    ADL,
    /** The exchange closed it as the contract ended. */
    SETTLEMENT,
    /** Some of it was opened by fills that are not known: before the history begins, or missing. */
    OPENED_OUTSIDE_HISTORY,
    /** A capture showed another size than the fills come to: it was changed without a fill. */
    CHANGED_WITHOUT_FILL,
    /** A fill of it should have an income row that was not found. */
    INCOME_MISSING,
    /** A funding is counted here that fell within a minute of it, when nothing was open. */
    FUNDING_NEARBY,
    /** Income without a trade id is counted here because nothing else was near in time. */
    INCOME_BY_TIME;

    static LifecycleFlag of(ForcedClose forced) {
        return switch (forced) {
            case LIQUIDATION -> LIQUIDATION;
            case ADL -> ADL;
            case SETTLEMENT -> SETTLEMENT;
        };
    }

    /** Whether entry, exit or quantity cannot be trusted: such a lifecycle never becomes a trade entry. */
    public boolean incomplete() {
        return this == OPENED_OUTSIDE_HISTORY || this == CHANGED_WITHOUT_FILL;
    }
}
