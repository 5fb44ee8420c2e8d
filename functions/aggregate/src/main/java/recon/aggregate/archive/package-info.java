/** What the archive holds of the positions of an account. */
@org.jspecify.annotations.NullMarked
package recon.aggregate.archive;
