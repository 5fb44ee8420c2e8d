/** What a person has to look at, and that somebody did. */
@org.jspecify.annotations.NullMarked
package recon.local.review;
