/** Books of a folder, real ones or a demo's, opened by a person who wants to look at them. */
@org.jspecify.annotations.NullMarked
package recon.local.books;
