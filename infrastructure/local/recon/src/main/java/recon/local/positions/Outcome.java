package recon.local.positions;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import recon.ledger.position.Conservation;
import recon.ledger.position.total.QualityMetrics;
import recon.ledger.position.total.TotalCheck;

/**
 * What a person reads of it.
 *
 * @param entries rows of {@code positions.csv}
 * @param rejected rows of {@code positions-rejected.csv}
 * @param open rows of {@code open-positions.csv}
 * @param remainder rows of {@code income-remainder.csv}
 * @param suspicious those of them that somebody should look at
 * @param findings rows of {@code position-findings.csv}
 * @param skipped parts of the input that were passed over, and in how many files
 * @param conservation whether everything adds up
 * @param totals what two witnesses say
 * @param quality of the data
 */
record Outcome(
        long entries,
        long rejected,
        long open,
        long remainder,
        long suspicious,
        long findings,
        Map<String, Integer> skipped,
        Conservation conservation,
        List<TotalCheck> totals,
        QualityMetrics quality) {
    private List<TotalCheck> disagreeing() {
        return totals.stream()
                .filter(check -> check.verdict() != TotalCheck.Verdict.AGREES)
                .toList();
    }

    /** Whether there is nothing to look at. */
    boolean clean() {
        return rejected == 0
                && suspicious == 0
                && findings == 0
                && conservation.holds()
                && disagreeing().isEmpty();
    }

    void print(int files, Path out, PrintWriter printed) {
        printed.printf("%d files were read: %d trades, %d open positions.%n", files, entries, open);
        printed.printf(
                "%d closed positions were refused, %d income rows belong to no position (%d of them should be looked"
                        + " at), %d findings.%n",
                rejected, remainder, suspicious, findings);
        if (!skipped.isEmpty()) {
            printed.println("Passed over: "
                    + skipped.entrySet().stream()
                            .map(part -> part.getKey() + " (" + part.getValue() + " files)")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        printed.println(
                conservation.holds()
                        ? "Positions and remainder add up to the income in every asset, to the last digit."
                        : "Positions and remainder DO NOT add up to the income: this is an error of the program.");
        conservation.assets().stream()
                .filter(asset -> asset.difference().signum() != 0)
                .forEach(asset -> printed.println(asset.asset() + ": "
                        + asset.difference().toPlainString() + " is lost, or counted twice if it is negative"));
        disagreeing()
                .forEach(check -> printed.printf(
                        "%s of %s: the fills say %s, the income says %s %s: %s%n",
                        check.metric(),
                        check.symbol().isEmpty() ? "all contracts" : check.symbol(),
                        check.fills().toPlainString(),
                        check.income().toPlainString(),
                        check.asset(),
                        check.verdict()));
        printed.printf(
                "Quality: %d incomplete, %d with a suspicious profit, %d of %d fundings found where the rates are"
                        + " known.%n",
                quality.incomplete(), quality.suspicious(), quality.fundingsFound(), quality.fundingsExpected());
        printed.println("Files: " + out);
    }
}
