/** How time comes to the next thing to do: it is waited for, or the clock is moved. */
@org.jspecify.annotations.NullMarked
package recon.local.pace;
