/** The deposits of the sub-accounts as the master sees them: a witness. */
@org.jspecify.annotations.NullMarked
package recon.binance.subdeposits;
