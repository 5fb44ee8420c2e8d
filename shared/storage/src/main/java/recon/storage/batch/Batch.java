package recon.storage.batch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import recon.storage.work.Slice;

/**
 * The messages that SQS hands to a function at once.
 *
 * @param records in the order of the event
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Batch(@JsonProperty("Records") List<QueuedMessage> records) {
    private static final Logger LOG = System.getLogger(Batch.class.getName());
    /** What is left of the function's time for ending in good order. */
    private static final int RESERVE_MILLIS = 30_000;

    public Batch {
        requireNonNull(records, "Records is missing");
        records = List.copyOf(records);
    }

    /** What a function does with a message. */
    public interface Work {
        /**
         * Takes one message.
         *
         * @param body what was sent
         * @param slice the function's time
         * @throws IOException if the message cannot be understood
         */
        void take(String body, Slice slice) throws IOException;
    }

    /**
     * Takes one message after another. One that fails is reported by its id and comes again; the others are done.
     *
     * @param remainingMillis the time that the function still has
     */
    public BatchAnswer work(IntSupplier remainingMillis, Work work) {
        Slice slice = () -> remainingMillis.getAsInt() < RESERVE_MILLIS;
        List<BatchAnswer.ItemFailure> failed = new ArrayList<>();
        for (QueuedMessage message : records) {
            try {
                work.take(message.body(), slice);
            } catch (RuntimeException | IOException e) {
                LOG.log(Level.ERROR, "message " + message.messageId() + " failed and comes again", e);
                failed.add(new BatchAnswer.ItemFailure(message.messageId()));
            }
        }
        return new BatchAnswer(failed);
    }
}
