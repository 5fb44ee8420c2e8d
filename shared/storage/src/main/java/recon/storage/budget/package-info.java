/** Rate budgets shared by all workers: counters by window, and halts. */
@org.jspecify.annotations.NullMarked
package recon.storage.budget;
