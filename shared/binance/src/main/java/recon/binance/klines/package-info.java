/** The last price of a symbol on each day: for the valuation. */
@org.jspecify.annotations.NullMarked
package recon.binance.klines;
