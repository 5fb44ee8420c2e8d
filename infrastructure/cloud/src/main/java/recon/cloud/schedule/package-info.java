/** What begins by the clock: the daily plan and the sweep. */
@org.jspecify.annotations.NullMarked
package recon.cloud.schedule;
