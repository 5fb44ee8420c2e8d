/** The exchange's front: what a request must look like, and what it is answered. */
@org.jspecify.annotations.NullMarked
package recon.simulator.http;
