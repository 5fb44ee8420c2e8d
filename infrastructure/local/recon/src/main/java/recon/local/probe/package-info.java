/** Finds out with a read-only key how the exchange behaves where its documentation is silent. */
@org.jspecify.annotations.NullMarked
package recon.local.probe;
