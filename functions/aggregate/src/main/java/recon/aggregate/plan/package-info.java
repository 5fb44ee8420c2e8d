/** What a finished collection of futures sets off. */
@org.jspecify.annotations.NullMarked
package recon.aggregate.plan;
