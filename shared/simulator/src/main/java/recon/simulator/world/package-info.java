/** What the accounts do, day by day, and the rows and balances that come of it. */
@org.jspecify.annotations.NullMarked
package recon.simulator.world;
