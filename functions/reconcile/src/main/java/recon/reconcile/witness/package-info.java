/** What a second source shows of the movements of a day. */
@org.jspecify.annotations.NullMarked
package recon.reconcile.witness;
