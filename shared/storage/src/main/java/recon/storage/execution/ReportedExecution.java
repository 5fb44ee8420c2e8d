package recon.storage.execution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import recon.ledger.RawRef;
import recon.ledger.order.Execution;

/**
 * An execution and where it is from; of several copies of one report the first that is recorded.
 *
 * @param execution what happened
 * @param baseAsset of its symbol
 * @param quoteAsset of its symbol
 * @param eventTime when the exchange sent the report, UTC
 * @param receivedAt when we received it, by our clock
 * @param raw the archived message
 */
public record ReportedExecution(
        Execution execution, String baseAsset, String quoteAsset, Instant eventTime, Instant receivedAt, RawRef raw) {
    public ReportedExecution {
        requireNonNull(execution, "execution is null");
        requireNonNull(baseAsset, "baseAsset is null");
        requireNonNull(quoteAsset, "quoteAsset is null");
        eventTime = eventTime.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(raw, "raw is null");
    }
}
