/** Spot fills, symbol by symbol, by trade id. */
@org.jspecify.annotations.NullMarked
package recon.binance.spottrades;
