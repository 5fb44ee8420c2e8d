/** The same transfers as a sub-account sees them: a witness. */
@org.jspecify.annotations.NullMarked
package recon.binance.subtransfers;
