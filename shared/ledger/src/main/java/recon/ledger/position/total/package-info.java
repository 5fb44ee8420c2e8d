/** What independent witnesses say of the same sums, and what has to be done where they differ; and the quality of the data. */
@org.jspecify.annotations.NullMarked
package recon.ledger.position.total;
