/** Closing a day: start, movements, calculated, actual, variance. */
@org.jspecify.annotations.NullMarked
package recon.ledger.reconcile;
