/** Up to when what the user-data streams brought is in the queue, for each account on each connection. */
@org.jspecify.annotations.NullMarked
package recon.storage.watermark;
