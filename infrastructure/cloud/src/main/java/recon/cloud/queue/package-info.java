/** The work queues and what takes their dead letters. */
@org.jspecify.annotations.NullMarked
package recon.cloud.queue;
