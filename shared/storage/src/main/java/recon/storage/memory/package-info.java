/** Stores in memory with the promises of the tables and the bucket: for tests, and for runs on virtual time. */
@org.jspecify.annotations.NullMarked
package recon.storage.memory;
