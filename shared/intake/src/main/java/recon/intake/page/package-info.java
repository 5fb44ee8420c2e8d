/** A page of a source: how its answer is archived and found again, what it means, and what it writes into the books. */
@org.jspecify.annotations.NullMarked
package recon.intake.page;
