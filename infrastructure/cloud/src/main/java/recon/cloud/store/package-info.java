/** Where data stays: the tables and the bucket. */
@org.jspecify.annotations.NullMarked
package recon.cloud.store;
