/** Converts of one asset into another. */
@org.jspecify.annotations.NullMarked
package recon.binance.convert;
