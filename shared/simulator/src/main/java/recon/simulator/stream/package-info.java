/** The user-data stream over the WebSocket API: sessions, subscriptions, events as they fall due, and what goes wrong. */
@org.jspecify.annotations.NullMarked
package recon.simulator.stream;
