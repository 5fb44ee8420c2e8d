/** Contracts and limits of the futures exchange. */
@org.jspecify.annotations.NullMarked
package recon.binance.futuresinfo;
