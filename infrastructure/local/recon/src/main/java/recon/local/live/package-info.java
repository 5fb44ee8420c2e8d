/** The daily job for real accounts, on this machine, in real time. */
@org.jspecify.annotations.NullMarked
package recon.local.live;
