/** What drives the handlers on one machine: schedules, queues and the clock. */
@org.jspecify.annotations.NullMarked
package recon.local.driver;
