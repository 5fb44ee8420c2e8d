/** The functions of AWS, assembled on one machine. */
@org.jspecify.annotations.NullMarked
package recon.local.machine;
