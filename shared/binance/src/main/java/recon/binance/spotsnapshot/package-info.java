/** The exchange's own daily snapshots of the spot wallet: the second witness. */
@org.jspecify.annotations.NullMarked
package recon.binance.spotsnapshot;
