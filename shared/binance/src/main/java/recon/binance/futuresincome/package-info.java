/** The book of the futures wallet itself. */
@org.jspecify.annotations.NullMarked
package recon.binance.futuresincome;
