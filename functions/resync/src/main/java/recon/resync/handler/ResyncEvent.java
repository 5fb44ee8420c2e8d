package recon.resync.handler;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import recon.ledger.position.entry.AnnotationChange;
import recon.storage.batch.QueuedMessage;

/**
 * What invokes this function: a person ({@code action}), or the queue ({@code Records}).
 *
 * @param action what is wanted
 * @param from of a replay: the first UTC day on which answers came; the archive's first where it is left out. Of a window:
 *     the first UTC day of the rows
 * @param to of a replay: the last such day, included; the archive's last where it is left out. Of a window: the last UTC day
 *     of the rows, included
 * @param runId of a status: the run that a replay was answered with; the trade entries of accounts where it is left out
 * @param accounts of a full sync, a window or a status: the uids; all where it is left out
 * @param symbols of a window: the contracts; all where it is left out
 * @param archiveOnly of a full sync: whether nobody is to be asked, and the archive is folded as it is
 * @param trade of an annotation: the {@code binance_trade_id}
 * @param write of an annotation: what is written
 * @param records the messages of a batch
 */
record ResyncEvent(
        Optional<Action> action,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> runId,
        Optional<List<String>> accounts,
        Optional<List<String>> symbols,
        Optional<Boolean> archiveOnly,
        Optional<String> trade,
        Optional<AnnotationChange> write,
        @JsonProperty("Records") Optional<List<QueuedMessage>> records) {
    /** What can be wanted. */
    enum Action {
        @JsonProperty("replay")
        REPLAY,
        @JsonProperty("status")
        STATUS,
        @JsonProperty("full")
        FULL,
        @JsonProperty("window")
        WINDOW,
        @JsonProperty("annotate")
        ANNOTATE
    }

    /** A field without which the action cannot be done. */
    static <T> T needed(Optional<T> field, Action action, String name) {
        return field.orElseThrow(() ->
                new IllegalArgumentException("action " + action.name().toLowerCase(Locale.ROOT) + " needs " + name));
    }
}
