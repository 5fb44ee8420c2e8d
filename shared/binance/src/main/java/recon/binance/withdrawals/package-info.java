/** Withdrawals to outside. */
@org.jspecify.annotations.NullMarked
package recon.binance.withdrawals;
