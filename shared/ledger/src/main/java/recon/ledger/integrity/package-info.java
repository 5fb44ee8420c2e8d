/** Whether the books of a day and the archived rows that they were made from agree with each other and in themselves. */
@org.jspecify.annotations.NullMarked
package recon.ledger.integrity;
