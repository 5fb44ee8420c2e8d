/** What an asset was worth in US dollars at the end of a day. */
@org.jspecify.annotations.NullMarked
package recon.ledger.valuation;
