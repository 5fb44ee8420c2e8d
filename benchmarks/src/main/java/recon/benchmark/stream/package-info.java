/** Socket to queue under load: the stream task beside a Node program, on one exchange and one kind of queue. */
@org.jspecify.annotations.NullMarked
package recon.benchmark.stream;
