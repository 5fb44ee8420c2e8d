package recon.record.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import recon.ledger.RawRef;
import recon.ledger.order.Execution;
import recon.storage.execution.ReportedExecution;
import recon.storage.item.Digest;
import recon.storage.item.RawRefs;
import recon.storage.registry.ReconciliationError;

/**
 * Why a message is given up.
 *
 * @param type the type of the error
 * @param account whose, {@code exchange} for nobody's
 * @param symbol the empty text for none
 * @param reason for people, without amounts
 */
record Rejection(String type, String account, String symbol, String reason) {
    /** It is no execution report, or one that cannot be stored. */
    static final String UNREADABLE = "UNREADABLE_REPORT";
    /** The exchange never listed its symbol, as often as it was asked. */
    static final String UNKNOWN_SYMBOL = "UNKNOWN_SYMBOL";
    /** Two reports have one execution id and say different things. */
    static final String DIFFERS = "EXECUTION_DIFFERS";

    private static final int DIGITS = 16;

    Rejection {
        requireNonNull(type, "type is null");
        requireNonNull(account, "account is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(reason, "reason is null");
    }

    /** For the registry: the same body is the same error, however often it comes. */
    ReconciliationError error(String body, RawRef raw, Instant now) {
        return new ReconciliationError(
                type + "/" + Digest.sha256(body).substring(0, DIGITS),
                now,
                account,
                type,
                symbol,
                reason,
                RawRefs.write(raw),
                true,
                Optional.empty(),
                "");
    }

    static ReconciliationError differing(ReportedExecution one, Instant now) {
        Execution execution = one.execution();
        return new ReconciliationError(
                DIFFERS + "/" + execution.order().symbol() + "/" + execution.executionId(),
                now,
                execution.order().account(),
                DIFFERS,
                execution.order().symbol(),
                "execution " + execution.executionId()
                        + " came a second time and said something else; the first is kept",
                RawRefs.write(one.raw()),
                true,
                Optional.empty(),
                "");
    }
}
