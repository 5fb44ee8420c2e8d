/** Runs the exchange's own clients, which are written in JavaScript, as judges of the simulated one. */
@org.jspecify.annotations.NullMarked
package recon.simulator.judge;
