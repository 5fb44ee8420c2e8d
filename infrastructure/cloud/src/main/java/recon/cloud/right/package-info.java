/** What each function and task may do: exactly what its code calls. */
@org.jspecify.annotations.NullMarked
package recon.cloud.right;
