/** Our own snapshot of the isolated margin wallets. */
@org.jspecify.annotations.NullMarked
package recon.binance.isolatedaccount;
