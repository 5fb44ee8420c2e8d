/** What can be traded: symbols, their life, and what things are worth. */
@org.jspecify.annotations.NullMarked
package recon.simulator.market;
