/** The statement that a person downloads from the exchange, compared with the books row by row. */
@org.jspecify.annotations.NullMarked
package recon.ledger.statement;
