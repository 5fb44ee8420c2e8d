/** The exchange's rate limits: buckets, windows, our share of them, and the arithmetic of a reservation. */
@org.jspecify.annotations.NullMarked
package recon.binance.budget;
