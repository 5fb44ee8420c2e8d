/** The assets of a symbol, and what is done while nobody knows them. */
@org.jspecify.annotations.NullMarked
package recon.record.symbol;
