/** Trade entries: built by syncs in generations, read through a pointer, joined with what was written about them. */
@org.jspecify.annotations.NullMarked
package recon.storage.position;
