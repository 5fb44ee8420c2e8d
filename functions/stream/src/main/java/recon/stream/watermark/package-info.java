/** Up to when everything that was received is in the queue, for each account on each connection. */
@org.jspecify.annotations.NullMarked
package recon.stream.watermark;
