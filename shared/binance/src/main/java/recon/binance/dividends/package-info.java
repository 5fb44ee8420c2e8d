/** Distributions, airdrops and rebates. */
@org.jspecify.annotations.NullMarked
package recon.binance.dividends;
