/** What the function does with a batch of execution reports. */
@org.jspecify.annotations.NullMarked
package recon.record.report;
