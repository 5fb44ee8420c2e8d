/** The virtual clock of demo and tests. */
@org.jspecify.annotations.NullMarked
package recon.local.clock;
