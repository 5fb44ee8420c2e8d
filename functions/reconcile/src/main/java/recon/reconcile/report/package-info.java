/** The CSV files of a day. */
@org.jspecify.annotations.NullMarked
package recon.reconcile.report;
