/** Every answer of the exchange, byte for byte, kept for good: all else can be derived from it again. */
@org.jspecify.annotations.NullMarked
package recon.storage.archive;
