/** What is asked of the exchange and what came back, as bytes and headers, before anybody interprets it. */
@org.jspecify.annotations.NullMarked
package recon.binance.request;
