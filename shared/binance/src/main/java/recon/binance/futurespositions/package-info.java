/** What USD-M positions the exchange shows. */
@org.jspecify.annotations.NullMarked
package recon.binance.futurespositions;
