/** Futures rows to lifecycles: how many fills a second. */
@org.jspecify.annotations.NullMarked
package recon.benchmark.position;
