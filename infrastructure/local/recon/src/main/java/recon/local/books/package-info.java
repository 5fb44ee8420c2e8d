/** Real books, opened by a person who wants to look at them. */
@org.jspecify.annotations.NullMarked
package recon.local.books;
