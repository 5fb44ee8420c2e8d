package recon.binance.executionreport;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import recon.ledger.order.Execution;

/**
 * One copy of a report.
 *
 * @param execution what it says
 * @param eventTime when the exchange sent this copy ({@code E}), UTC
 * @param unknown what of it the exchange's documentation does not have: {@code x=…}, {@code X=…}, names of fields. It is
 *     in the execution all the same
 */
public record ExecutionReport(Execution execution, Instant eventTime, Set<String> unknown) {
    public ExecutionReport {
        requireNonNull(execution, "execution is null");
        requireNonNull(eventTime, "eventTime is null");
        unknown = Set.copyOf(unknown);
    }
}
