/** The exchange's own daily snapshots of three wallets: the second witness. */
@org.jspecify.annotations.NullMarked
package recon.binance.accountsnapshot;
