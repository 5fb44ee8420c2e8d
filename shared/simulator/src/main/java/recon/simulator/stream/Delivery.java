package recon.simulator.stream;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import recon.simulator.event.AccountEvent;

/**
 * What became of one event for one subscription.
 *
 * @param session the session's id
 * @param subscription the subscription's id within the session
 * @param uid the account
 * @param event what happened, as the truth has it
 * @param frame the text frame as it was, or would have been, sent
 * @param at when it was sent, or given up; the exchange's clock
 * @param copies how often it was sent: 0 it was lost, 2 it was doubled
 * @param fault the fault it met, if any
 */
public record Delivery(
        long session,
        int subscription,
        String uid,
        AccountEvent event,
        String frame,
        Instant at,
        int copies,
        Optional<StreamFault> fault) {
    public Delivery {
        requireNonNull(uid, "uid is null");
        requireNonNull(event, "event is null");
        requireNonNull(frame, "frame is null");
        requireNonNull(at, "at is null");
        requireNonNull(fault, "fault is null");
    }
}
