/** By which rates USD-M contracts were funded. */
@org.jspecify.annotations.NullMarked
package recon.binance.fundingrates;
