/** What moved between accounts of one trade group instead of a trade. */
@org.jspecify.annotations.NullMarked
package recon.binance.stptransfers;
