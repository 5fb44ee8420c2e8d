/** The booking rules: from a row of the exchange to bookings. One source books a movement; the others witness it. */
@org.jspecify.annotations.NullMarked
package recon.ledger.booking;
