/** Comparing the books with what a second source shows of the same movements. */
@org.jspecify.annotations.NullMarked
package recon.ledger.witness;
