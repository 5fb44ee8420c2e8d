/** Transfers between the wallets of one account. */
@org.jspecify.annotations.NullMarked
package recon.binance.owntransfers;
