/** Fills of USD-M futures. */
@org.jspecify.annotations.NullMarked
package recon.binance.futurestrades;
