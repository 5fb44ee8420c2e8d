/** Budgets and bans, without a socket. */
@org.jspecify.annotations.NullMarked
package recon.simulator.limits;
