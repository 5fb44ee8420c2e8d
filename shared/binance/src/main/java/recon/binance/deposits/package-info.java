/** Deposits from outside. */
@org.jspecify.annotations.NullMarked
package recon.binance.deposits;
