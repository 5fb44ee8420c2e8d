/** An execution report, whether it has just come from the queue or lies in the archive. */
@org.jspecify.annotations.NullMarked
package recon.intake.report;
