/** Orders of a market: what was reported of them, one execution at a time, and the state that follows from it. */
@org.jspecify.annotations.NullMarked
package recon.ledger.order;
