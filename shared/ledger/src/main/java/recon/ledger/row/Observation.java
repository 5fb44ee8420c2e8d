package recon.ledger.row;

/** What a page of the exchange tells us, in terms of the books. */
public sealed interface Observation
        permits Final,
                RowSeen,
                WitnessRow,
                Captured,
                Snapshotted,
                Priced,
                Listed,
                ContractsListed,
                ContractUsed,
                Sighted,
                Amended,
                Grouped,
                Remarked {}
