package recon.storage.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that went wrong and that a person may have to look at (the plan's reconciliation error).
 *
 * @param id deterministic: the same trouble has the same id, however often it is met
 * @param timestamp when it was met
 * @param accountId the account, {@code exchange} where it is about none
 * @param errorType one of the error classes, or a name of our own
 * @param symbol the symbol or asset it is about; the empty text for none
 * @param message for people
 * @param rawRef the plan's {@code raw_error}: the archive key of the evidence; the empty text for none
 * @param needsManualReview whether nothing will mend it by itself
 * @param resolvedAt when it was settled
 * @param notes the plan's {@code resolution_notes}
 */
public record ReconciliationError(
        String id,
        Instant timestamp,
        String accountId,
        String errorType,
        String symbol,
        String message,
        String rawRef,
        boolean needsManualReview,
        Optional<Instant> resolvedAt,
        String notes) {
    /** The notes of one that nobody settled: it was looked for again, and it is no longer so. */
    public static final String GONE = "gone: it was checked again, and it is no longer so";

    public ReconciliationError {
        requireNonNull(id, "id is null");
        requireNonNull(timestamp, "timestamp is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(errorType, "errorType is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(message, "message is null");
        requireNonNull(rawRef, "rawRef is null");
        requireNonNull(resolvedAt, "resolvedAt is null");
        requireNonNull(notes, "notes is null");
    }

    /**
     * The same, settled.
     *
     * @param resolution what was found and done
     */
    public ReconciliationError settled(Instant at, String resolution) {
        return new ReconciliationError(
                id,
                timestamp,
                accountId,
                errorType,
                symbol,
                message,
                rawRef,
                needsManualReview,
                Optional.of(at),
                resolution);
    }
}
