/** What an API key may do, and whether it may do too much. */
@org.jspecify.annotations.NullMarked
package recon.binance.rights;
