package recon.ledger.position;

/**
 * Which rows of one millisecond come before which.
 *
 * <p>An order is there before it is filled. Funding is paid by what was held before the fills of its millisecond. What
 * belongs to a fill follows it, and a capture shows what all of them left.
 */
enum Moment {
    ORDER,
    FUNDING,
    FILL,
    INCOME,
    CAPTURE
}
