/** Transfers between the accounts as the master sees them. */
@org.jspecify.annotations.NullMarked
package recon.binance.universaltransfers;
