/** Fills of the margin wallets, symbol by symbol, by trade id. */
@org.jspecify.annotations.NullMarked
package recon.binance.margintrades;
