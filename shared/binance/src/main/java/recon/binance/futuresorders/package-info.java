/** Orders of USD-M futures: plain ones, conditional ones, and those by which the exchange closes positions. */
@org.jspecify.annotations.NullMarked
package recon.binance.futuresorders;
