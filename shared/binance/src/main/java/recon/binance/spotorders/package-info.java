/** Spot orders as they stand: all of a symbol by order id, the open ones at once, and the amendments of one. */
@org.jspecify.annotations.NullMarked
package recon.binance.spotorders;
