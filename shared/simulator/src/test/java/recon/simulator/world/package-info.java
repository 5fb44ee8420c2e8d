/** The world itself, without a socket. */
@org.jspecify.annotations.NullMarked
package recon.simulator.world;
