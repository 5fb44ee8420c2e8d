/** How an endpoint is walked: cursor, scope, page, and the list of all sources. */
@org.jspecify.annotations.NullMarked
package recon.binance.source;
