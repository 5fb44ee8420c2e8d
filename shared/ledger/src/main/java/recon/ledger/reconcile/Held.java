package recon.ledger.reconcile;

import static java.util.Objects.requireNonNull;

import recon.ledger.entry.Measure;

/**
 * What a wallet keeps count of.
 *
 * @param asset the asset
 * @param measure what of it
 */
record Held(String asset, Measure measure) {
    Held {
        requireNonNull(asset, "asset is null");
        requireNonNull(measure, "measure is null");
    }

    /** The balance of an asset. */
    static Held balance(String asset) {
        return new Held(asset, Measure.BALANCE);
    }
}
