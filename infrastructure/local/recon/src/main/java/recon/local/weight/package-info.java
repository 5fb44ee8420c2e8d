/** What the collection of a demo cost in request weight, beside the least that it could have cost and a naive recipe. */
@org.jspecify.annotations.NullMarked
package recon.local.weight;
