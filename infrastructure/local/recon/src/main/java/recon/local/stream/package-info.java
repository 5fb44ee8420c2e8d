/** The capture of execution reports on virtual time, from a simulated exchange in the same process. */
@org.jspecify.annotations.NullMarked
package recon.local.stream;
