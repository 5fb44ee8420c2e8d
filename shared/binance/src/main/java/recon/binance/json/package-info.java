/** How the exchange's JSON is read: exact decimals, unknown fields ignored. */
@org.jspecify.annotations.NullMarked
package recon.binance.json;
