/** The doorway: an event becomes one call of a use case. */
@org.jspecify.annotations.NullMarked
package recon.aggregate.handler;
