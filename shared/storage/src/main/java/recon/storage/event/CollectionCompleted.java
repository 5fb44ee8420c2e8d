package recon.storage.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The detail of the event that ends a collection.
 *
 * @param runId the collection's run
 * @param day the UTC day it closes, or that it was planned for
 * @param attributes of the run: {@code account.<uid>} is the email of each account
 * @param notDone what could not be collected
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CollectionCompleted(String runId, LocalDate day, Map<String, String> attributes, NotDone notDone) {
    /** The attributes that name accounts begin with this, and the uid follows. */
    public static final String ACCOUNT = "account.";

    public CollectionCompleted {
        requireNonNull(runId, "runId is null");
        requireNonNull(day, "day is null");
        attributes = Map.copyOf(attributes);
        requireNonNull(notDone, "notDone is null");
    }

    /** Whether it closes a day, and so sets off a reconciliation. */
    public boolean closesDay() {
        return Collected.closesDay(attributes);
    }

    /** Whether it collected what tells the positions in futures contracts, and so sets off an aggregation. */
    public boolean futures() {
        return downloads() || Collected.FUTURES.equals(attributes.get(Collected.COLLECTS));
    }

    /** Whether these are files of older history: then {@link #day} is the last day of their rows. */
    public boolean downloads() {
        return Collected.DOWNLOADS.equals(attributes.get(Collected.COLLECTS));
    }

    /**
     * What could not be collected.
     *
     * @param count how many tasks
     * @param tasks the first hundred of them
     */
    public record NotDone(int count, List<Missing> tasks) {
        public NotDone {
            tasks = List.copyOf(tasks);
        }

        /** What is missing of an account. */
        public Stream<Missing> of(String account) {
            return tasks.stream().filter(missing -> missing.account().equals(account));
        }
    }

    /**
     * A source of an account that could not be collected.
     *
     * @param name the source
     * @param account the account's uid
     * @param state how its task ended: {@code FAILED}, or {@code SKIPPED} where there was no use in asking
     * @param reason for people
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Missing(String name, String account, String state, String reason) {
        public Missing {
            requireNonNull(name, "name is null");
            requireNonNull(account, "account is null");
            requireNonNull(state, "state is null");
            requireNonNull(reason, "reason is null");
        }

        /** Whether it was asked for, and no answer could be had. */
        public boolean failed() {
            return state.equals("FAILED");
        }
    }
}
