/** What a reply that is not a page of rows means, in the seven classes of the plan. */
@org.jspecify.annotations.NullMarked
package recon.binance.error;
