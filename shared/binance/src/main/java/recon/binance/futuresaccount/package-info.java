/** Our own snapshot of the futures wallet. */
@org.jspecify.annotations.NullMarked
package recon.binance.futuresaccount;
