/** The files of all accounts. */
@org.jspecify.annotations.NullMarked
package recon.aggregate.report;
