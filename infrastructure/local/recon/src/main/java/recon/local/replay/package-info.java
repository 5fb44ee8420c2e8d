/** The command {@code replay}: the archive of a folder read again into its books, or into empty ones. */
@org.jspecify.annotations.NullMarked
package recon.local.replay;
