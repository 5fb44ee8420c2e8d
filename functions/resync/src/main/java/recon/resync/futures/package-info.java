/** Futures: read again from the exchange, or folded again from the archive, because a person wants it. */
@org.jspecify.annotations.NullMarked
package recon.resync.futures;
