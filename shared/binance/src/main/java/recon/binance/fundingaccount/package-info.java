/** Our own snapshot of the funding wallet. */
@org.jspecify.annotations.NullMarked
package recon.binance.fundingaccount;
