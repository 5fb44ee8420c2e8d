/** Archived objects into the books, one after the other. */
@org.jspecify.annotations.NullMarked
package recon.resync.replay;
