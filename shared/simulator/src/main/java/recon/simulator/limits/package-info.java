/** What requests may cost: budgets per clock window, and the ban of those who do not stop. */
@org.jspecify.annotations.NullMarked
package recon.simulator.limits;
