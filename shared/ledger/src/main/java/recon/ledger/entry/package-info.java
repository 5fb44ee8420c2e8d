/** What one exchange row becomes in the books: bookings and their legs. */
@org.jspecify.annotations.NullMarked
package recon.ledger.entry;
