/** What the margin wallets borrowed and paid back. */
@org.jspecify.annotations.NullMarked
package recon.binance.borrowrepay;
