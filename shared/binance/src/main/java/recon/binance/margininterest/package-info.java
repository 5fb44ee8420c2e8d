/** Interest that accrues on margin loans. */
@org.jspecify.annotations.NullMarked
package recon.binance.margininterest;
