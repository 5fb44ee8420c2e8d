/** Events to the queues that the rules on AWS would put them in. */
@org.jspecify.annotations.NullMarked
package recon.local.bus;
