/** Durable runs of tasks: planned, leased, put back, ended once, and their end told at least once. */
@org.jspecify.annotations.NullMarked
package recon.storage.work;
