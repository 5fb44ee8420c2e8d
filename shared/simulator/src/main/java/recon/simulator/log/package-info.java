/** The requests seen so far, kept on disk so that a killed run goes on. */
@org.jspecify.annotations.NullMarked
package recon.simulator.log;
