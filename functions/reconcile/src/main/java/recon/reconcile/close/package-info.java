/** Closing one day of one account. */
@org.jspecify.annotations.NullMarked
package recon.reconcile.close;
