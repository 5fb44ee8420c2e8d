/** The book of the margin wallets itself. */
@org.jspecify.annotations.NullMarked
package recon.binance.capitalflow;
