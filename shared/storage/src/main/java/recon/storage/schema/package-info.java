/** Tables, index, bucket and queues by name and key; local stacks are created from it, clouds can reuse it. */
@org.jspecify.annotations.NullMarked
package recon.storage.schema;
