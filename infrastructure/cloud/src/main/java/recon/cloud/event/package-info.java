/** The event bus and the rules from events to queues. */
@org.jspecify.annotations.NullMarked
package recon.cloud.event;
