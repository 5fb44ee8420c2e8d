/** Work queues: bodies in, bodies out; nothing relies on their order, delays or receive counts. */
@org.jspecify.annotations.NullMarked
package recon.storage.queue;
