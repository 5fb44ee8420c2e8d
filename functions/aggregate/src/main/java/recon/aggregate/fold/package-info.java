/** One account: from its archived rows to its trade entries. */
@org.jspecify.annotations.NullMarked
package recon.aggregate.fold;
