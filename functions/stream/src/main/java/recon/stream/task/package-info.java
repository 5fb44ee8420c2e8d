/** The container task: configuration, parts, health, metrics, start and end. */
@org.jspecify.annotations.NullMarked
package recon.stream.task;
