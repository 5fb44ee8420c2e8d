/** Between values and DynamoDB items: attributes, keys, batches, bounded retries; used by this module alone. */
@org.jspecify.annotations.NullMarked
package recon.storage.item;
