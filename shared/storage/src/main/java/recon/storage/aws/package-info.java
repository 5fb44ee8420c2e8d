/** Which AWS (or which stand-in for it) this process talks to, and the clients that do. */
@org.jspecify.annotations.NullMarked
package recon.storage.aws;
