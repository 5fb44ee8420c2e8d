/** The booking rules: from a row of the exchange to bookings, with the sign that BOOKINGS gives them. */
@org.jspecify.annotations.NullMarked
package recon.ledger.booking;
