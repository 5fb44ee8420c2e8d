/** From a received report to the queue's acknowledgement: batches, what comes again, what waits, and what is full. */
@org.jspecify.annotations.NullMarked
package recon.stream.delivery;
