/** The orders of margin liquidations: a witness. */
@org.jspecify.annotations.NullMarked
package recon.binance.forceliquidations;
