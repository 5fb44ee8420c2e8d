/** The daily run: one task per account, source and window. */
@org.jspecify.annotations.NullMarked
package recon.collect.plan;
