/** Connections to exchange and queue over real sockets, and the one thread that drives the capture. */
@org.jspecify.annotations.NullMarked
package recon.stream.socket;
