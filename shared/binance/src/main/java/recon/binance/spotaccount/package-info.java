/** Our own snapshot of the spot wallet. */
@org.jspecify.annotations.NullMarked
package recon.binance.spotaccount;
