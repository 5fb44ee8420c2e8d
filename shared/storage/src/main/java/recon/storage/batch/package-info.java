/** What a queue hands to a function, and what it hears back: the same for every function that a queue invokes. */
@org.jspecify.annotations.NullMarked
package recon.storage.batch;
