/** One row for a person for each closed lifecycle: the trade entry, and what has to hold before it may be one. */
@org.jspecify.annotations.NullMarked
package recon.ledger.position.entry;
