/** The execution reports of the spot user-data stream: from the exchange's bytes to what happened to an order. */
@org.jspecify.annotations.NullMarked
package recon.binance.executionreport;
