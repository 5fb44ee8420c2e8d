/** The request log on disk. */
@org.jspecify.annotations.NullMarked
package recon.simulator.log;
