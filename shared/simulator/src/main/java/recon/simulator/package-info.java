/** A deterministic exchange with a known truth: what a test, the demo or a benchmark needs to start one and to ask it what is right. */
@org.jspecify.annotations.NullMarked
package recon.simulator;
