/**
 * From flat to flat: the lifecycles of futures positions, folded from an ordered stream of fills, orders, income and
 * captures. What is kept in memory grows with the open positions and the last hour, not with history.
 */
@org.jspecify.annotations.NullMarked
package recon.ledger.position;
