/** Pairing the two legs of a transfer between wallets whose books are kept. Matching annotates: it books nothing. */
@org.jspecify.annotations.NullMarked
package recon.ledger.match;
