/** Balances as the exchange reported them, and as the books say they should be. */
@org.jspecify.annotations.NullMarked
package recon.ledger.balance;
