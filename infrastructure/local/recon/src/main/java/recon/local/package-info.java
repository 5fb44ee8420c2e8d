/** The recon command. */
@org.jspecify.annotations.NullMarked
package recon.local;
