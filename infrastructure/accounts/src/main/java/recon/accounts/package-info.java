/** The file {@code accounts.yaml}, which says whose books are kept, read with care: one file, one reader. */
@org.jspecify.annotations.NullMarked
package recon.accounts;
