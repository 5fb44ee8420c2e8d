package recon.ledger.position.total;

import java.util.List;
import java.util.Set;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CapturedWallet;

/**
 * A capture, and the income of which nobody can say whether it is in it. Rows are known by their places in a list that is
 * sorted by time.
 *
 * @param capture what was held
 * @param firstDoubt the first row that may not be in it
 * @param afterDoubt the first one that is certainly not
 */
record WalletMoment(CapturedWallet capture, int firstDoubt, int afterDoubt) {
    /** Clocks and writing differ by less. */
    private static final long UNDER_WAY = 10_000;

    /** Funding is stamped on the hour and moves the wallet up to a minute later. */
    private static final long FUNDING_LATE = 60_000;

    private static final Set<String> FUNDING = Set.of("FUNDING_FEE", "SPECIAL_FUNDING_FEE");

    static WalletMoment of(CapturedWallet capture, List<FuturesIncome> income) {
        int after = firstLater(income, capture.receivedAt() + UNDER_WAY);
        int first = firstLater(income, capture.sentAt() - UNDER_WAY - FUNDING_LATE);
        while (first < after && contains(capture, income.get(first))) {
            first++;
        }
        return new WalletMoment(capture, first, after);
    }

    private static boolean contains(CapturedWallet capture, FuturesIncome row) {
        long late = FUNDING.contains(row.incomeType()) ? UNDER_WAY + FUNDING_LATE : UNDER_WAY;
        return row.time().toEpochMilli() + late <= capture.sentAt();
    }

    private static int firstLater(List<FuturesIncome> income, long time) {
        int low = 0;
        int high = income.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (income.get(middle).time().toEpochMilli() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether it is certain of every row. */
    boolean quiet() {
        return firstDoubt == afterDoubt;
    }

    /** Whether nobody can say if the row of this place is in the capture. */
    boolean doubts(int place) {
        return place >= firstDoubt && place < afterDoubt;
    }
}
