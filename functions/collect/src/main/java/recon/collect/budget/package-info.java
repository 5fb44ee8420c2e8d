/** The rate budgets, shared by all workers through the store. */
@org.jspecify.annotations.NullMarked
package recon.collect.budget;
