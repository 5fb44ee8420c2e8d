/** The history of an account in futures as files, further back than the lists of the interface go. */
@org.jspecify.annotations.NullMarked
package recon.binance.futuresdownloads;
