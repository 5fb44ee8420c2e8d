/** Execution reports on their way from the queue to RabbitMQ. */
@org.jspecify.annotations.NullMarked
package recon.bridge.broker;
