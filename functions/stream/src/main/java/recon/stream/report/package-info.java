/** The report: what all rooms of this function hand on. */
@org.jspecify.annotations.NullMarked
package recon.stream.report;
