/** Bookings and witnesses by account and day, and the history of rows that change their state. */
@org.jspecify.annotations.NullMarked
package recon.storage.ledger;
