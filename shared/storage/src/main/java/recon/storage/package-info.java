/** The only place that knows AWS: what is stored where, and the durable runs that work on it. */
@org.jspecify.annotations.NullMarked
package recon.storage;
