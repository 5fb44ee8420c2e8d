/** Symbols and limits of the exchange. */
@org.jspecify.annotations.NullMarked
package recon.binance.exchangeinfo;
