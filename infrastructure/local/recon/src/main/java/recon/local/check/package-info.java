/** Looks before anything is done: is the exchange there, and may the keys do what they should and no more. */
@org.jspecify.annotations.NullMarked
package recon.local.check;
