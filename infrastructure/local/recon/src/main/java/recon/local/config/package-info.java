/** The file that says whose books are kept, read with care. */
@org.jspecify.annotations.NullMarked
package recon.local.config;
