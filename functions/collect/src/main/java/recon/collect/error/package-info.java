/** What to do about an error of the exchange, per class. */
@org.jspecify.annotations.NullMarked
package recon.collect.error;
