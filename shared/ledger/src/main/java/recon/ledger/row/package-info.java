/** Exchange rows as they are seen, and what becomes of a row that changes state. */
@org.jspecify.annotations.NullMarked
package recon.ledger.row;
