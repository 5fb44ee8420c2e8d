/** Our own snapshot of the cross margin wallet. */
@org.jspecify.annotations.NullMarked
package recon.binance.marginaccount;
