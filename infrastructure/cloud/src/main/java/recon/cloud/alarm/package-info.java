/** What somebody has to look at. */
@org.jspecify.annotations.NullMarked
package recon.cloud.alarm;
