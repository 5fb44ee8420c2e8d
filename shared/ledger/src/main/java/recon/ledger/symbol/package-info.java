/** The symbols of the exchange: what is base and what is quote. */
@org.jspecify.annotations.NullMarked
package recon.ledger.symbol;
