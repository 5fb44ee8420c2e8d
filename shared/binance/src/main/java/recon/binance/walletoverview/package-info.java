/** Which wallets hold money: proves that none is forgotten. */
@org.jspecify.annotations.NullMarked
package recon.binance.walletoverview;
