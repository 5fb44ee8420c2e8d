/** Fills by allocation, which are not among the trades. */
@org.jspecify.annotations.NullMarked
package recon.binance.sorallocations;
