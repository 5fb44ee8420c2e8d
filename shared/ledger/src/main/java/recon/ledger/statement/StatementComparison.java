package recon.ledger.statement;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.ledger.entry.Booking;

/**
 * What came of comparing a statement with the books.
 *
 * @param equal rows that the books have with the same second and amount
 * @param together rows that only together with others of their second, wallet and coin make what the books have: the
 *     exchange adds up
 * @param moved rows that the books have with the same amount at another time, and with which
 * @param onlyInStatement rows that nothing in the books answers to
 * @param onlyInBooks what the books have and the statement has not
 * @param unknownOperations words that we have not met, and how many rows have them; such rows are compared as well
 * @param unknownWallets names of wallets that are not collected, and how many rows have them
 */
public record StatementComparison(
        long equal,
        long together,
        List<Moved> moved,
        List<StatementRow> onlyInStatement,
        List<BookedLeg> onlyInBooks,
        SortedMap<String, Long> unknownOperations,
        SortedMap<String, Long> unknownWallets) {
    public StatementComparison {
        moved = List.copyOf(moved);
        onlyInStatement = List.copyOf(onlyInStatement);
        onlyInBooks = List.copyOf(onlyInBooks);
        unknownOperations = new TreeMap<>(unknownOperations);
        unknownWallets = new TreeMap<>(unknownWallets);
    }

    /**
     * The same amount at two times.
     *
     * @param row as the statement has it
     * @param booked as the books have it
     */
    public record Moved(StatementRow row, Booking booked) {}

    /** Whether both sides have the same. */
    public boolean agrees() {
        return onlyInStatement.isEmpty() && onlyInBooks.isEmpty();
    }
}
