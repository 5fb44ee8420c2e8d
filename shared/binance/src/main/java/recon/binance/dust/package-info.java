/** Small balances turned into another asset. */
@org.jspecify.annotations.NullMarked
package recon.binance.dust;
