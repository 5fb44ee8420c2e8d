/** Signatures and parameters, without a socket. */
@org.jspecify.annotations.NullMarked
package recon.simulator.http;
