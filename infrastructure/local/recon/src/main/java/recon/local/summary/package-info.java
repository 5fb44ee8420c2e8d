/** What a person gets to see of the work: tables on the screen, reports in a folder. */
@org.jspecify.annotations.NullMarked
package recon.local.summary;
