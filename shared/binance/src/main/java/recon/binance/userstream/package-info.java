/** The user-data stream of the WebSocket API: what is asked, and what is answered. */
@org.jspecify.annotations.NullMarked
package recon.binance.userstream;
