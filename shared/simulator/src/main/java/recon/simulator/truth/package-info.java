/** The answers to what is right, read from the world itself. */
@org.jspecify.annotations.NullMarked
package recon.simulator.truth;
