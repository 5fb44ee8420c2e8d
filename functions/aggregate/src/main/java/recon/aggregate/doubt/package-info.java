/** What is done where witnesses do not agree. */
@org.jspecify.annotations.NullMarked
package recon.aggregate.doubt;
