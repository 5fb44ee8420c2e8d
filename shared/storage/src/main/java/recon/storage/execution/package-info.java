/** Execution reports on their way from the stream into the books. */
@org.jspecify.annotations.NullMarked
package recon.storage.execution;
