package recon.resync.handler;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import recon.storage.batch.QueuedMessage;

/**
 * What invokes this function: a person ({@code action}), or the queue ({@code Records}).
 *
 * @param action what is wanted
 * @param from of a replay: the first UTC day on which answers came; the archive's first where it is left out
 * @param to of a replay: the last such day, included; the archive's last where it is left out
 * @param runId of a status: the run that a replay was answered with
 * @param records the messages of a batch
 */
record ResyncEvent(
        Optional<Action> action,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> runId,
        @JsonProperty("Records") Optional<List<QueuedMessage>> records) {
    /** What can be wanted. */
    enum Action {
        @JsonProperty("replay")
        REPLAY,
        @JsonProperty("status")
        STATUS
    }
}
