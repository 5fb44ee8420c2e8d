/** The way to the exchange: clock, budget, signature, socket. */
@org.jspecify.annotations.NullMarked
package recon.binance.client;
