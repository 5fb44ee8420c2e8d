package recon.collect.handler;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import recon.storage.batch.QueuedMessage;

/**
 * What invokes this function: the schedule or a person ({@code action}, {@code scheduledTime}), or the queue
 * ({@code Records}).
 *
 * @param action what is wanted
 * @param time the schedule's own time, which a late delivery does not move
 * @param date the UTC day to close, where it is not the one before {@code scheduledTime}
 * @param attempt which collection of that day this is, from 1, which is the default
 * @param from the first UTC day of history to download
 * @param to the last one
 * @param records the messages of a batch
 */
record CollectEvent(
        Optional<Action> action,
        @JsonProperty("scheduledTime") Optional<Instant> time,
        Optional<LocalDate> date,
        Optional<Integer> attempt,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        @JsonProperty("Records") Optional<List<QueuedMessage>> records) {
    /** The first day to download. */
    LocalDate first() {
        return from.orElseThrow(() -> new IllegalArgumentException("action download-futures needs from"));
    }

    /** The last day to download. */
    LocalDate last() {
        return to.orElseThrow(() -> new IllegalArgumentException("action download-futures needs to"));
    }

    /** The moment that is planned for. */
    Instant scheduled() {
        return time.orElseThrow(() -> new IllegalArgumentException("a plan needs a scheduledTime"));
    }

    /** The day to close and how often it has been tried. */
    Planned planned() {
        Instant scheduled = scheduled();
        return new Planned(
                date.orElseGet(
                        () -> LocalDate.ofInstant(scheduled, ZoneOffset.UTC).minusDays(1)),
                attempt.orElse(1),
                date.isPresent());
    }

    /**
     * What is to be planned.
     *
     * @param day the UTC day to close
     * @param attempt from 1
     * @param atOnce whether a person named the day and waits for it
     */
    record Planned(LocalDate day, int attempt, boolean atOnce) {}

    /** What can be wanted. */
    enum Action {
        @JsonProperty("plan")
        PLAN,
        @JsonProperty("plan-futures")
        PLAN_FUTURES,
        @JsonProperty("download-futures")
        DOWNLOAD_FUTURES,
        @JsonProperty("sweep")
        SWEEP
    }
}
