/** Numbers drawn from the seed: the only source of chance here. */
@org.jspecify.annotations.NullMarked
package recon.simulator.draw;
