/** What is known of a futures account: its fills, orders, captured positions, and the market's rates and prices. */
@org.jspecify.annotations.NullMarked
package recon.ledger.position.row;
