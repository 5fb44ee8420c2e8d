/** What the exchange does not document, as named settings of the ledger. */
@org.jspecify.annotations.NullMarked
package recon.ledger.setting;
