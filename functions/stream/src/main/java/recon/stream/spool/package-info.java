/** Where reports wait on disk while the queue is away; survives the process, not the machine. */
@org.jspecify.annotations.NullMarked
package recon.stream.spool;
