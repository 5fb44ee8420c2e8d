/** The WebSocket API on a real socket. */
@org.jspecify.annotations.NullMarked
package recon.simulator.socket;
