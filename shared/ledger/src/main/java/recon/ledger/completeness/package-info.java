/** Whether the stream brought everything: what nobody listened to, and what is missing by the exchange's own lists. */
@org.jspecify.annotations.NullMarked
package recon.ledger.completeness;
