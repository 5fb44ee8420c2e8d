package recon.ledger.position.entry;

import recon.ledger.position.Lifecycle;
import recon.ledger.position.row.FundingRates;

/**
 * How many fundings a position should have, and has.
 *
 * @param expected fundings of the contract while it was held, with a rate other than zero
 * @param found rows that belong to it, shared ones included
 */
public record FundingCoverage(int expected, int found) {
    /** That of a lifecycle: fundings after its opening, and not after its close. */
    public static FundingCoverage of(Lifecycle lifecycle, FundingRates rates) {
        return new FundingCoverage(
                rates.between(lifecycle.key().symbol(), lifecycle.openedAt(), lifecycle.closedAt()),
                lifecycle.income().fundings());
    }

    /** Whether none is missing. */
    public boolean complete() {
        return found >= expected;
    }
}
