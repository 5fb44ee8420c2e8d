/** What a finished collection sets off: which days are closed again, and in which order. */
@org.jspecify.annotations.NullMarked
package recon.reconcile.plan;
