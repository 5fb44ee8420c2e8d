/** What it weighs to collect, beside the least and a naive recipe. */
@org.jspecify.annotations.NullMarked
package recon.benchmark.weight;
