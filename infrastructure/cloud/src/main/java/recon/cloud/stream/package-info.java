/** The container task that captures the user-data streams, twice, in two zones. */
@org.jspecify.annotations.NullMarked
package recon.cloud.stream;
