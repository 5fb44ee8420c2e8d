/** Tests of the frames themselves. */
@org.jspecify.annotations.NullMarked
package recon.simulator.stream;
