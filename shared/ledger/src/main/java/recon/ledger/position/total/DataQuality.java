package recon.ledger.position.total;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.entry.FundingCoverage;
import recon.ledger.position.entry.PnlCheck;
import recon.ledger.position.entry.Verdict;
import recon.ledger.position.row.FundingRates;

/** Counts, over closed positions, what a person should know of the data. */
public final class DataQuality {
    /** How many are named; all are counted. */
    public static final int MOST_NAMED = 100;

    private final FundingRates rates;
    private final List<String> suspiciousIds = new ArrayList<>();
    private final List<String> uncoveredIds = new ArrayList<>();
    private long closed;
    private long incomplete;
    private long suspicious;
    private long expected;
    private long found;

    /** @param rates by which the coverage with fundings is judged, where they are known */
    public DataQuality(FundingRates rates) {
        this.rates = requireNonNull(rates, "rates is null");
    }

    /** The next closed position. */
    public void closed(Lifecycle lifecycle, Verdict verdict) {
        closed++;
        if (!verdict.valid()) {
            incomplete++;
            return;
        }
        if (PnlCheck.of(lifecycle)
                .filter(check -> check.reported().signum() != 0)
                .filter(check -> check.exceeds(PnlCheck.SUSPICIOUS))
                .isPresent()) {
            suspicious++;
            name(suspiciousIds, lifecycle);
        }
        FundingCoverage coverage = FundingCoverage.of(lifecycle, rates);
        expected += coverage.expected();
        found += Math.min(coverage.expected(), coverage.found());
        if (!coverage.complete()) {
            name(uncoveredIds, lifecycle);
        }
    }

    private static void name(List<String> ids, Lifecycle lifecycle) {
        if (ids.size() < MOST_NAMED) {
            ids.add(lifecycle.id());
        }
    }

    /** What was counted so far. */
    public QualityMetrics metrics() {
        return new QualityMetrics(closed, incomplete, suspicious, expected, found, suspiciousIds, uncoveredIds);
    }
}
