/** The simulated exchange seen from outside: over its socket and through its truth. */
@org.jspecify.annotations.NullMarked
package recon.simulator;
