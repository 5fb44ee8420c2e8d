/** Connections to the exchange: their life, what is subscribed on them, and how one takes over from another. */
@org.jspecify.annotations.NullMarked
package recon.stream.connection;
