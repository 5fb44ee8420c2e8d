/** The files about futures positions: trade entries, what was refused, what is open, and income without a position. */
@org.jspecify.annotations.NullMarked
package recon.storage.report.position;
