/** What happens to an account and its orders, as the user-data stream tells it. */
@org.jspecify.annotations.NullMarked
package recon.simulator.event;
