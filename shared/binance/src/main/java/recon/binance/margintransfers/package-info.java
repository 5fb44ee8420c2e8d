/** Transfers as the margin wallets see them: a witness. */
@org.jspecify.annotations.NullMarked
package recon.binance.margintransfers;
