/** Which parts of the archive are read again, and in which order. */
@org.jspecify.annotations.NullMarked
package recon.resync.plan;
